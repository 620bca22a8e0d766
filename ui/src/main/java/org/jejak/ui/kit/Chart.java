package org.jejak.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A drawing of numbers by Apache ECharts, built with the graph canvas by {@code src/main/frontend/canvas/build.mjs}.
 * Vaadin's own charts are not free. Never alone: {@link Figure} puts the numbers beside it as a table.
 */
@Tag("jejak-chart")
public class Chart extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;

    /** What can be drawn. */
    public sealed interface Numbers {}

    /**
     * One line each: where it stands, and between where it may stand.
     *
     * @param axis name of what is shown
     * @param ranges name of the interval
     */
    public record Intervals(String axis, String ranges, List<Row> rows) implements Numbers {

        public record Row(String id, String name, double value, double low, double high) {}

        public Intervals {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Points in groups, each with a colour and a symbol of its own.
     *
     * @param named how many of the highest carry their name
     */
    public record Scatter(Axis x, Axis y, int named, List<Group> groups) implements Numbers {

        public record Axis(String name, boolean log) {}

        public record Group(String name, List<Point> points) {
            public Group {
                points = List.copyOf(points);
            }
        }

        public record Point(String id, String name, double x, double y) {}

        public Scatter {
            groups = List.copyOf(groups);
        }
    }

    /** Lines over 0, 1, 2, …; the first is the one it is about. */
    public record Curves(String x, String y, List<Line> lines) implements Numbers {

        /** @param low and {@code high}: the band around it; empty for none */
        public record Line(String name, List<Double> values, List<Double> low, List<Double> high) {
            public Line {
                values = List.copyOf(values);
                low = List.copyOf(low);
                high = List.copyOf(high);
            }
        }

        public Curves {
            lines = List.copyOf(lines);
        }
    }

    /** Somebody clicked a mark. */
    @DomEvent("mark-chosen")
    public static class MarkChosen extends ComponentEvent<Chart> {

        private static final long serialVersionUID = 1L;

        private final String id;

        public MarkChosen(Chart source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = id;
        }
    }

    public Chart(String accessibleName, Numbers numbers) {
        getElement().setProperty("label", accessibleName);
        getElement()
                .setProperty(
                        "kind",
                        switch (numbers) {
                            case Intervals i -> "intervals";
                            case Scatter s -> "scatter";
                            case Curves c -> "curves";
                        });
        getElement().setPropertyBean("numbers", numbers);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJsModule("context://js/canvas/jejak-chart.js");
    }

    /** Tells which mark was clicked, by its id. */
    public Registration onChosen(Consumer<String> listener) {
        return addListener(MarkChosen.class, chosen -> listener.accept(chosen.id));
    }
}
