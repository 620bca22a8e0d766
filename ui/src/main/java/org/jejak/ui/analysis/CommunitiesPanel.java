package org.jejak.ui.analysis;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jejak.analysis.brokerage.Broker;
import org.jejak.analysis.community.Community;
import org.jejak.investigation.BrokersAnswer;
import org.jejak.network.ActorId;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Names;
import org.jejak.savedview.SavedView;
import org.jejak.ui.canvas.Appearance;
import org.jejak.ui.canvas.GraphCanvas;
import org.jejak.ui.canvas.Layout;
import org.jejak.ui.canvas.NodeKind;
import org.jejak.ui.canvas.Topology;
import org.jejak.ui.kit.NumbersTable;
import org.jejak.ui.network.NetworkNavigation;

/** The groups the network falls into, by colour, and who of each stands highest in the ranking. */
final class CommunitiesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private static final int DRAWN = 400;
    private static final int LEADING = 3;
    private static final int ROWS = 100;

    CommunitiesPanel(BrokersAnswer answer, Viewer viewer, Names names) {
        var partition = answer.report().communities();
        var snapshot = answer.network().snapshot();
        Map<ActorId, Broker> listed =
                answer.report().brokers().stream().collect(Collectors.toMap(Broker::id, broker -> broker));
        var adjacency = snapshot.adjacency();
        // Those with most ties: a group is told by what ties it, not by whoever was mentioned once.
        Set<ActorId> drawn = snapshot.actors().stream()
                .sorted(Comparator.comparingInt((ActorId a) -> -adjacency.neighbours(snapshot.vertex(a)))
                        .thenComparing(a -> a))
                .limit(DRAWN)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var shown = names.of(viewer, drawn.stream().map(ActorId::key).toList());
        var nodes = new ArrayList<Topology.Node>();
        var looks = new HashMap<String, Appearance.Look>();
        for (ActorId actor : drawn) {
            String id = actor.key().value();
            boolean guarded = answer.network().guarded().contains(actor);
            Broker broker = listed.get(actor);
            int community = partition.of(actor);
            nodes.add(new Topology.Node(id, guarded ? NodeKind.PROTECTED : NodeKind.PERSON));
            looks.put(
                    id,
                    new Appearance.Look(
                            shown.containsKey(actor.key())
                                    ? shown.get(actor.key()).name()
                                    : id,
                            broker == null ? 0 : Math.sqrt(broker.betweenness()),
                            Appearance.Emphasis.NORMAL,
                            guarded ? -1 : community - 1,
                            translate("brokers.in-community", community)));
        }
        var ties = new ArrayList<Topology.Tie>();
        for (ActorId actor : drawn) {
            int v = snapshot.vertex(actor);
            for (int i = 0; i < adjacency.neighbours(v); i++) {
                ActorId other = snapshot.actor(adjacency.neighbour(v, i));
                if (actor.compareTo(other) < 0 && drawn.contains(other)) {
                    ties.add(new Topology.Tie(
                            actor + "|" + other,
                            actor.key().value(),
                            other.key().value(),
                            "",
                            false,
                            snapshot.records(actor, other).size()));
                }
            }
        }
        var canvas = new GraphCanvas(translate("brokers.communities.canvas"));
        canvas.addClassName("communities-canvas");
        canvas.setTopology(new Topology(nodes, ties));
        canvas.setAppearance(new Appearance(looks, Map.of(), Appearance.Parallel.COUNTED, false));
        canvas.setLayout(Layout.FORCE);
        var without = answer.network().question().without();
        canvas.onInspect(event -> draw(event.id(), without));
        canvas.onExpand(event -> draw(event.id(), without));
        var note = new Paragraph(translate("brokers.communities.means"));
        note.addClassName("note");
        add(
                new H3(translate(
                        "brokers.communities",
                        partition.communities().size(),
                        partition.quality().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.3f", partition.quality().getAsDouble())
                                : "–")),
                note,
                new Paragraph(translate("brokers.communities.showing", drawn.size(), snapshot.size())),
                canvas,
                table(answer, partition.communities(), listed));
    }

    private static void draw(String id, Set<Key> without) {
        NetworkNavigation.show(UI.getCurrent(), Set.of(new Key(id)), without);
    }

    private static Div table(BrokersAnswer answer, List<Community> communities, Map<ActorId, Broker> listed) {
        var several = communities.stream()
                .filter(c -> c.members().size() > 1)
                .sorted(Comparator.comparingInt((Community c) -> -c.members().size())
                        .thenComparingInt(Community::id))
                .toList();
        var rows = new ArrayList<List<String>>();
        for (Community community : several.stream().limit(ROWS).toList()) {
            rows.add(List.of(
                    "" + community.id(),
                    "" + community.members().size(),
                    ""
                            + community.members().stream()
                                    .filter(answer.network().guarded()::contains)
                                    .count(),
                    leading(community, listed).stream()
                            .map(b -> answer.name(b.id()) + " (" + b.rank() + ")")
                            .collect(Collectors.joining(", "))));
        }
        var table = new NumbersTable(
                List.of(
                        translate("brokers.community"),
                        translate("brokers.members"),
                        translate("brokers.members-protected"),
                        translate("brokers.leading")),
                rows);
        var buttons = new Div();
        buttons.addClassName("chips");
        several.stream()
                .filter(community -> community.members().size() <= SavedView.MOST_THINGS)
                .limit(12)
                .forEach(community -> buttons.add(new Button(
                        translate("brokers.draw-community", community.id()),
                        clicked -> NetworkNavigation.show(
                                UI.getCurrent(),
                                community.members().stream().map(ActorId::key).collect(Collectors.toSet()),
                                answer.network().question().without()))));
        var shown = new Div(table);
        if (rows.size() < several.size()) {
            shown.add(new Paragraph(translate("brokers.communities.largest", rows.size(), several.size())));
        }
        shown.add(buttons);
        return shown;
    }

    private static List<Broker> leading(Community community, Map<ActorId, Broker> listed) {
        return community.members().stream()
                .filter(listed::containsKey)
                .map(listed::get)
                .sorted(Comparator.comparingInt(Broker::rank))
                .limit(LEADING)
                .toList();
    }
}
