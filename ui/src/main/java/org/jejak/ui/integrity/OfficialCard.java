package org.jejak.ui.integrity;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jejak.integrity.ChannelResult;
import org.jejak.integrity.OfficialResult;
import org.jejak.network.Key;
import org.jejak.ui.leftout.LeftOut;
import org.jejak.ui.network.NetworkNavigation;
import org.jejak.ui.rows.RowsBehind;
import org.jspecify.annotations.Nullable;

/** What the run says of one official: each channel with its records, and what speaks against it, never a number alone. */
class OfficialCard extends Details {

    private static final long serialVersionUID = 1L;

    private final transient RowsBehind rows;
    private final transient LeftOut leftOut;
    private final transient Map<String, String> names;

    /** @param leftOut sources that the result leaves out */
    OfficialCard(OfficialResult result, Map<String, String> names, RowsBehind rows, LeftOut leftOut) {
        this.rows = rows;
        this.leftOut = leftOut;
        this.names = names;
        setWidthFull();
        setOpened(result.isFlagged());
        var name = new Span(result.rank() + "  " + result.name());
        var said = new Span(summary(result));
        said.addClassName("quiet");
        var heading = new Div(name, new Div(said));
        setSummary(heading);
        var body = new Div();
        body.addClassName("result");
        if (result.group().size() > 1) {
            body.add(note(translate("integrity.group", named(result.group()))));
        }
        if (Boolean.FALSE.equals(result.survivesLeaveOneSourceOut())) {
            body.add(note(translate("integrity.one-source")));
        }
        var byChannel = new LinkedHashMap<String, Div>();
        for (var channel : result.channels()) {
            byChannel
                    .computeIfAbsent(
                            channel.channel(), any -> new Div(new H4(translate("channel." + channel.channel()))))
                    .add(said(channel));
        }
        byChannel.values().forEach(body::add);
        body.add(new H4(translate("integrity.against")));
        if (result.speaksAgainst().isEmpty()) {
            body.add(new Paragraph(translate("integrity.nothing-against")));
        } else {
            var against = new UnorderedList();
            result.speaksAgainst().forEach(words -> against.add(new ListItem(words)));
            body.add(against);
        }
        body.add(new Paragraph(translate("integrity.explained", result.explainedByDuty())));
        var draw = new Button(
                translate("find.add", result.name()),
                clicked -> NetworkNavigation.show(
                        com.vaadin.flow.component.UI.getCurrent(),
                        java.util.Set.of(new Key(result.id())),
                        leftOut.sources()));
        draw.addThemeVariants(ButtonVariant.LUMO_SMALL);
        body.add(draw);
        add(body);
    }

    private static String summary(OfficialResult result) {
        return result.isFlagged()
                ? translate("integrity.lead", number(result.q()))
                : translate("integrity.no-lead", number(result.q()));
    }

    /** What a channel found, one of several: a test, and facts beside it. */
    private Div said(ChannelResult channel) {
        var block = new Div(new Paragraph(channel.text()));
        if (channel.kind().equals("test")) {
            var numbers = new Paragraph(translate(
                    "integrity.numbers",
                    number(channel.observed()),
                    number(channel.expected()),
                    number(channel.n()),
                    number(channel.p()),
                    number(channel.midP()),
                    number(channel.minP())));
            numbers.addClassName("caption");
            block.add(numbers);
        }
        if (!channel.conditionedOn().isEmpty()) {
            var given = new Paragraph(translate("integrity.given", named(channel.conditionedOn())));
            given.addClassName("caption");
            block.add(given);
        }
        if (!channel.records().isEmpty()) {
            var keys = channel.records().stream().map(Key::new).toList();
            var open = new Button(
                    translate("records.all", keys.size()),
                    clicked -> rows.open(translate("channel." + channel.channel()), keys, leftOut.sources()));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            block.add(open);
        }
        return block;
    }

    private String named(List<String> officials) {
        return officials.stream().map(o -> names.getOrDefault(o, o)).collect(Collectors.joining(", "));
    }

    private static Paragraph note(String words) {
        var note = new Paragraph(words);
        note.addClassName("note");
        return note;
    }

    private static String number(@Nullable Number value) {
        if (value == null) {
            return "–";
        }
        double number = value.doubleValue();
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return Math.abs(number) < 0.001
                ? String.format(Locale.ROOT, "%.1e", number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
