package org.jejak.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jejak.audit.AuditLog;
import org.jejak.ingest.CaseAssignments;
import org.jejak.network.CaseNames;
import org.jejak.network.NotAllowed;
import org.jejak.network.Role;
import org.jejak.network.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** The cases and who is assigned to them. A case begins with the first load under it. */
@Service
public class Cases implements CaseAssignments {

    private final CaseNodes nodes;
    private final Users users;
    private final AuditLog log;
    private final Clock clock;

    Cases(CaseNodes nodes, Users users, AuditLog log, Clock clock) {
        this.nodes = nodes;
        this.users = users;
        this.log = log;
        this.clock = clock;
    }

    /** Those the viewer may read, by reference. */
    public List<Case> visibleTo(Viewer viewer) {
        return nodes.findAll().stream()
                .filter(c -> viewer.cases().contains(c.ref))
                .map(CaseNode::toCase)
                .sorted(Comparator.comparing(Case::ref))
                .toList();
    }

    /** All of them, which only a supervisor and the operator may see: a list, no record of any. */
    public List<Case> all(Viewer viewer) {
        requireSupervisor(viewer);
        return all();
    }

    List<Case> all() {
        return nodes.findAll().stream()
                .map(CaseNode::toCase)
                .sorted(Comparator.comparing(Case::ref))
                .toList();
    }

    /**
     * Makes the case if it is not there, and assigns who loads. Whoever may load may open a new case; to load into a
     * case that exists one must be assigned to it.
     *
     * @throws NotAllowed if the loader may not load, or the case exists and is not theirs
     */
    @Override
    public void openForLoading(Viewer loader, String caseRef, Optional<String> title) {
        requireOpenForLoading(loader, caseRef);
        var existing = nodes.findById(caseRef);
        if (existing.isEmpty()) {
            var node = new CaseNode(
                    caseRef, clock.instant(), false, loader.isOperator() ? List.of() : List.of(loader.user()));
            node.title = title.orElse(null);
            log.record(loader, "open case", List.of(caseRef), 1);
            try {
                nodes.save(node);
                return;
            } catch (OptimisticLockingFailureException | DataIntegrityViolationException another) {
                existing = nodes.findById(caseRef);
            }
        }
        var there = existing.orElseThrow(() -> NotAllowed.noCase(caseRef));
        requireTheirs(loader, there);
        if (there.title == null && title.isPresent()) {
            change(loader, "name case", caseRef, caseRef, c -> c.title = title.get());
        }
    }

    @Override
    public void requireOpenForLoading(Viewer loader, String caseRef) {
        if (!loader.has(Role.INVESTIGATOR)) {
            throw new NotAllowed("loading records takes the role investigator");
        }
        nodes.findById(caseRef).ifPresent(there -> requireTheirs(loader, there));
    }

    private static void requireTheirs(Viewer loader, CaseNode there) {
        if (!loader.isOperator() && !there.assigned.contains(loader.user())) {
            throw NotAllowed.noCase(there.ref);
        }
    }

    /**
     * Assigns a user to a case, on behalf of a supervisor or the operator.
     *
     * @throws NotAllowed if the viewer may not assign, or there is no such case or user
     * @throws IllegalArgumentException if the user is both integrity and investigator, or only an administrator
     */
    public Case assign(Viewer viewer, String typed, String userName) {
        requireSupervisor(viewer);
        String caseRef = named(typed);
        var user = users.named(userName).orElseThrow(() -> new NotAllowed("there is no user " + userName));
        User.requireCompatible(user.roles());
        if (!user.mayBeAssigned()) {
            throw new IllegalArgumentException("an administrator reads no case; give " + userName + " another role");
        }
        return change(viewer, "assign", caseRef, userName, c -> {
            if (!c.assigned.contains(userName)) {
                var more = new ArrayList<>(c.assigned);
                more.add(userName);
                c.assigned = more;
            }
        });
    }

    public Case unassign(Viewer viewer, String typed, String userName) {
        requireSupervisor(viewer);
        String caseRef = named(typed);
        return change(viewer, "unassign", caseRef, userName, c -> {
            var fewer = new ArrayList<>(c.assigned);
            fewer.remove(userName);
            c.assigned = fewer;
        });
    }

    /** Opens the case to everybody who reads cases, or closes it again. */
    public Case share(Viewer viewer, String typed, boolean shared) {
        requireSupervisor(viewer);
        String caseRef = named(typed);
        return change(viewer, shared ? "share" : "close", caseRef, caseRef, c -> c.shared = shared);
    }

    /** A supervisor may see the list of all cases, so all of them may be meant. */
    private String named(String typed) {
        return CaseNames.meant(all().stream().map(Case::ref).toList(), typed);
    }

    private static void requireSupervisor(Viewer viewer) {
        if (!viewer.has(Role.SUPERVISOR)) {
            throw new NotAllowed("cases are assigned by a supervisor");
        }
    }

    /** Written down first: what cannot be logged is not done. */
    private Case change(Viewer viewer, String action, String caseRef, String object, Consumer<CaseNode> change) {
        log.record(viewer, action, object.equals(caseRef) ? List.of(caseRef) : List.of(caseRef, object), 1);
        for (int attempt = 0; ; attempt++) {
            var node = nodes.findById(caseRef).orElseThrow(() -> NotAllowed.noCase(caseRef));
            change.accept(node);
            try {
                return nodes.save(node).toCase();
            } catch (OptimisticLockingFailureException another) {
                if (attempt == 5) {
                    throw another;
                }
            }
        }
    }
}
