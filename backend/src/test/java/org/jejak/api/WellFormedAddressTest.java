package org.jejak.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WellFormedAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/search", "q=%2B60123", "q=%C3%A9t%C3%A9", "q=%e0%b8%81", "100%25", "a+b", "q=\u00e9"})
    void anAddressThatSpellsATextIsLetThrough(String address) {
        assertThat(WellFormedAddress.isText(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "q=%C3", "%C3x%A9", "%", "%4", "q=100%", "%zz", "%-1", "%ED%A0%80", "%C0%AF"})
    void anAddressThatSpellsNoneIsNot(String address) {
        assertThat(WellFormedAddress.isText(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/search, q=%FF, application/problem+json",
        "/api/thing%FF, , application/problem+json",
        "/network, thing=%FF, text/plain",
        "/%FF, , text/plain"
    })
    void itIsAnsweredWithOneSentenceAndGoesNoFurther(String path, String query, String type) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        var response = new MockHttpServletResponse();
        var further = new MockFilterChain();
        new WellFormedAddress().doFilter(request, response, further);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith(type);
        assertThat(response.getContentAsString()).contains("The address holds a percent sign");
        assertThat(further.getRequest()).isNull();
    }

    @Test
    void everyOtherAddressGoesFurther() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/search");
        request.setQueryString("q=%C3%A9");
        var further = new MockFilterChain();
        new WellFormedAddress().doFilter(request, new MockHttpServletResponse(), further);
        assertThat(further.getRequest()).isSameAs(request);
    }
}
