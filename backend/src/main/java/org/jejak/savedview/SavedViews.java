package org.jejak.savedview;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jejak.audit.AuditLog;
import org.jejak.identity.Vault;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Surroundings;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drawings and gives them back to whoever may see their case. */
@Service
public class SavedViews {

    private final ViewNodes nodes;
    private final Vault vault;
    private final Surroundings surroundings;
    private final AuditLog log;
    private final Clock clock;
    /** A view that was kept before there was a set of something has none of it. */
    static final JsonMapper JSON = JsonMapper.builder()
            .withConfigOverride(Set.class, set -> set.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    SavedViews(ViewNodes nodes, Vault vault, Surroundings surroundings, AuditLog log, Clock clock) {
        this.nodes = nodes;
        this.vault = vault;
        this.surroundings = surroundings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps a drawing under a case. One of the same name that the viewer kept there before becomes this one, under the
     * same id, so that addresses given to others show the newer.
     *
     * @throws NotAllowed if the viewer may not see the case
     */
    public SavedView keep(Viewer viewer, String caseRef, SavedView.Content content) {
        requireCase(viewer, caseRef);
        var before = nodes.findByCaseRefIn(List.of(caseRef)).stream()
                .filter(node -> node.by.equals(viewer.user()))
                .filter(node -> view(node).name().equals(content.name()))
                .findFirst();
        var node = before.orElseGet(() -> new ViewNode(
                UUID.randomUUID().toString(), caseRef, vault.allocate(1), "", clock.instant(), new byte[0]));
        node.by = viewer.user();
        node.at = clock.instant();
        node.sealed = seal(node, content);
        log.record(viewer, "keep view", List.of(node.id), content.things().size());
        nodes.save(node);
        return view(node);
    }

    /** The views of the viewer's cases, the newest first; what is on them as far as the viewer may see it. */
    public List<SavedView> visibleTo(Viewer viewer) {
        var views = nodes.findByCaseRefIn(viewer.cases()).stream()
                .map(this::view)
                .sorted(Comparator.comparing(SavedView::at).reversed().thenComparing(SavedView::id))
                .toList();
        log.record(viewer, "list views", List.of(), views.size());
        return views.stream().map(view -> seen(viewer, view)).toList();
    }

    /**
     * One view, with what is on it as far as the viewer may see it.
     *
     * @throws NotAllowed if there is none of this id that the viewer may see
     */
    public SavedView open(Viewer viewer, String id) {
        var view = seen(viewer, view(node(viewer, id)));
        log.record(viewer, "open view", List.of(id), view.content().things().size());
        return view;
    }

    /**
     * Throws a view away, and with its key all that was written on it.
     *
     * @throws NotAllowed if the viewer neither kept it nor is a supervisor of its case
     */
    public void remove(Viewer viewer, String id) {
        var node = node(viewer, id);
        if (!node.by.equals(viewer.user()) && !viewer.has(Role.SUPERVISOR)) {
            throw new NotAllowed("only " + node.by + " or a supervisor may throw this view away");
        }
        log.record(viewer, "remove view", List.of(id), 1);
        nodes.deleteById(id);
        vault.destroy(node.slot);
    }

    private ViewNode node(Viewer viewer, String id) {
        return nodes.findById(id)
                .filter(found -> viewer.cases().contains(found.caseRef))
                .orElseThrow(() -> new NotAllowed("there is no view " + id + " that you may see"));
    }

    private static void requireCase(Viewer viewer, String caseRef) {
        if (!viewer.cases().contains(caseRef)) {
            throw NotAllowed.noCase(caseRef);
        }
    }

    private SavedView seen(Viewer viewer, SavedView view) {
        var visible = surroundings.visible(viewer, view.keys());
        return new SavedView(
                view.id(), view.caseRef(), view.by(), view.at(), view.content().only(visible));
    }

    private byte[] seal(ViewNode node, SavedView.Content content) {
        byte[] plain = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        return vault.seal(new long[] {node.slot}, plain, context(node));
    }

    private SavedView view(ViewNode node) {
        byte[] plain = vault.open(new long[] {node.slot}, node.sealed, context(node));
        return new SavedView(node.id, node.caseRef, node.by, node.at, JSON.readValue(plain, SavedView.Content.class));
    }

    private static String context(ViewNode node) {
        return "view/" + node.id;
    }
}
