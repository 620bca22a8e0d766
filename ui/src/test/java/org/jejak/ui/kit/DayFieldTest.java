package org.jejak.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayFieldTest extends BrowserlessTest {

    @Test
    void aDayIsWrittenTheSameForEveryReader() {
        UI.getCurrent().setLocale(Locale.US);
        var field = new DayField("From");
        UI.getCurrent().add(field);
        DatePickerI18n written = field.getI18n();
        assertThat(written.getDateFormats()).containsExactly("yyyy-MM-dd");
        assertThat(written.getBadInputErrorMessage()).isEqualTo("Write the day as 2015-06-30.");
        assertThat(field.getPlaceholder()).isEqualTo("2015-06-30");
        assertThat(field.isAutoOpen()).isFalse();
        test(field).setValue(LocalDate.of(2015, 2, 1));
        assertThat(field.getValue()).hasToString("2015-02-01");
    }
}
