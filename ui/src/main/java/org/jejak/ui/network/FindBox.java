package org.jejak.ui.network;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jejak.network.Key;
import org.jejak.network.Viewer;
import org.jejak.safeguard.Search;
import org.jejak.ui.kit.LongWork;

/** One box for names, aliases, numbers and plates in any script; each hit says why it matched. */
final class FindBox extends Div {

    private static final long serialVersionUID = 1L;

    private final transient NetworkReads reads;
    private final transient Supplier<Viewer> viewer;
    private final transient Consumer<Key> wanted;
    private final TextField text = new TextField();
    private final Div searching = new Div();
    private final UnorderedList hits = new UnorderedList();
    private final Paragraph said = new Paragraph();
    private LongWork under = new LongWork("", "");

    /** @param viewer who looks, without what the drawing leaves out */
    FindBox(NetworkReads reads, Supplier<Viewer> viewer, Consumer<Key> wanted) {
        this.reads = reads;
        this.viewer = viewer;
        this.wanted = wanted;
        text.setLabel(translate("find.label"));
        text.setPlaceholder(translate("find.example"));
        text.setClearButtonVisible(true);
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(250);
        text.addValueChangeListener(typed -> show(typed.getValue().strip()));
        hits.addClassName("hits");
        said.addClassName("quiet");
        said.getElement().setAttribute("role", "status");
        add(text, said, searching, hits);
    }

    void look(String words) {
        text.setValue(words);
    }

    private void show(String words) {
        hits.removeAll();
        under.giveUp();
        if (words.isEmpty()) {
            said.setText("");
            return;
        }
        var looking = viewer.get();
        under = new LongWork(translate("find.searching"), translate("cancel"));
        said.setText("");
        searching.add(under);
        under.run(UI.getCurrent(), () -> reads.find(looking, words), this::show);
    }

    private void show(List<Search.Hit> found) {
        said.setText(found.isEmpty() ? translate("find.nothing") : translate("find.found", found.size()));
        found.forEach(hit -> hits.add(line(hit)));
    }

    private ListItem line(Search.Hit hit) {
        var thing = hit.thing();
        var name = new Span(thing.name());
        if (thing.guarded()) {
            name.addClassName("protected");
        }
        var why = new Span(Words.kind(thing.kind()) + " · "
                + (hit.value().equals(thing.name())
                        ? Words.plain(hit.column())
                        : translate("find.matched", Words.plain(hit.column()), hit.value())));
        why.addClassName("quiet");
        var words = new Div(name, new Div(why));
        words.addClassName("words");
        var add = new Button(VaadinIcon.PLUS.create(), clicked -> wanted.accept(thing.key()));
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add.setAriaLabel(translate("find.add", thing.name()));
        add.setTooltipText(translate("find.add", thing.name()));
        return new ListItem(words, add);
    }
}
