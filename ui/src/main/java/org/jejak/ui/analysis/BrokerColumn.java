package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.brokerage.RoleCounts;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.investigation.FurtherMeasure;
import org.jspecify.annotations.Nullable;

/** A column of the ranking: what stands in it, whether it is there at first, and what has to be asked for it. */
enum BrokerColumn {
    RANK(true, Broker::rank),
    DEGREE(true, Broker::degree),
    BETWEENNESS(true, Broker::betweenness),
    BETWEENNESS_SCALED(false, Broker::betweennessScaled),
    CLASS(true, broker -> null) {
        @Override
        String text(BrokersAnswer answer, Broker broker) {
            // of a large network the measures come first, and what only chance can tell is asked later
            return answer.report().beyondDegree() == null
                    ? NONE
                    : translate("broker-class." + broker.brokerClass().name().toLowerCase(Locale.ROOT));
        }
    },
    NET_OF_DEGREE_P(true, Broker::netOfDegreeP),
    NET_OF_DEGREE_Z(false, Broker::netOfDegreeZ),
    RANK_INTERVAL(
            true,
            broker ->
                    broker.rankInterval() == null ? null : broker.rankInterval().lowest()) {
        @Override
        String text(BrokersAnswer answer, Broker broker) {
            var interval = broker.rankInterval();
            return interval == null ? NONE : interval.lowest() + "–" + interval.highest();
        }
    },
    FALLS_TO(false, broker -> null) {
        @Override
        String text(BrokersAnswer answer, Broker broker) {
            var fall = answer.falls().get(broker.id());
            if (fall == null) {
                return answer.report().rankUncertainty() == null ? NONE : "";
            }
            return translate(
                    "brokers.falls-to.without",
                    String.valueOf(fall.rankWithout()),
                    fall.sources().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }

        @Override
        double order(BrokersAnswer answer, Broker broker) {
            var fall = answer.falls().get(broker.id());
            return fall == null ? 0 : fall.rankWithout() - fall.rank();
        }
    },
    COMMUNITY(true, Broker::community),
    HARMONIC(false, Broker::harmonic),
    PAGE_RANK(false, Broker::pageRank),
    CORENESS(false, Broker::coreness),
    CONSTRAINT(true, Broker::constraint),
    EFFECTIVE_SIZE(false, Broker::effectiveSize),
    CUT_VERTEX(false, broker -> broker.cutVertex() ? 1 : 0) {
        @Override
        String text(BrokersAnswer answer, Broker broker) {
            return broker.cutVertex() ? translate("yes") : "";
        }
    },
    STRENGTH(FurtherMeasure.STRENGTH),
    WEIGHTED_BETWEENNESS(FurtherMeasure.WEIGHTED_BETWEENNESS),
    CLOSENESS(FurtherMeasure.CLOSENESS),
    EIGENVECTOR(FurtherMeasure.EIGENVECTOR),
    COORDINATOR(RoleCounts::coordinator),
    ITINERANT(RoleCounts::itinerant),
    GATEKEEPER(RoleCounts::gatekeeper),
    LIAISON(RoleCounts::liaison);

    /** What could not be computed is no zero. */
    private static final String NONE = "–";

    /** Of an answer and one line of it. */
    private interface Value {
        @Nullable
        Number of(BrokersAnswer answer, Broker broker);
    }

    private final boolean atFirst;
    private final Optional<FurtherMeasure> asks;
    private final Value value;

    BrokerColumn(boolean atFirst, Function<Broker, @Nullable Number> value) {
        this.atFirst = atFirst;
        this.asks = Optional.empty();
        this.value = (answer, broker) -> value.apply(broker);
    }

    BrokerColumn(FurtherMeasure measure) {
        this.atFirst = false;
        this.asks = Optional.of(measure);
        this.value = (answer, broker) -> answer.further().score(measure, broker.id());
    }

    BrokerColumn(ToLongFunction<RoleCounts> count) {
        this.atFirst = false;
        this.asks = Optional.of(FurtherMeasure.ROLES);
        this.value = (answer, broker) -> {
            var roles = answer.further().roles().get(broker.id());
            return roles == null ? null : count.applyAsLong(roles);
        };
    }

    /** Those that are shown before anybody chose. */
    static Set<BrokerColumn> atFirst() {
        return Arrays.stream(values())
                .filter(column -> column.atFirst)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BrokerColumn.class)));
    }

    /** What has to be asked so that these have something in them. */
    static Set<FurtherMeasure> asked(Collection<BrokerColumn> columns) {
        return columns.stream().flatMap(column -> column.asks.stream()).collect(Collectors.toSet());
    }

    String key() {
        return "brokers." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String heading() {
        return translate(key());
    }

    String meaning() {
        return translate(key() + ".means");
    }

    /** Whether it holds numbers, which stand to the right. */
    boolean isNumber() {
        return this != CLASS && this != RANK_INTERVAL && this != FALLS_TO && this != CUT_VERTEX;
    }

    String text(BrokersAnswer answer, Broker broker) {
        Number number = value.of(answer, broker);
        if (number == null) {
            return NONE;
        }
        if (number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        double exact = number.doubleValue();
        return String.format(Locale.ROOT, Math.abs(exact) >= 100 ? "%.1f" : "%.4f", exact);
    }

    /** Where the line stands when the column is sorted; what is not there comes first. */
    double order(BrokersAnswer answer, Broker broker) {
        if (this == CLASS) {
            return broker.brokerClass().ordinal();
        }
        Number number = value.of(answer, broker);
        return number == null ? Double.NEGATIVE_INFINITY : number.doubleValue();
    }
}
