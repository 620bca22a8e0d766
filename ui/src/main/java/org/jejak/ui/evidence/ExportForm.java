package org.jejak.ui.evidence;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.jejak.network.Key;
import org.jejak.network.NotAllowed;
import org.jejak.pack.ExportRequest;
import org.jejak.pack.Exported;
import org.jejak.pack.PackTooLarge;
import org.jejak.ui.evidence.EvidenceReads.Item;
import org.jejak.ui.kit.LongWork;
import org.springframework.security.core.AuthenticationException;

/** What a pack must be told: the case, the exhibit number, why; and the pack when it is made. */
final class ExportForm extends Div {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_EXHIBIT = 64;

    private final transient EvidenceReads reads;
    private final ComboBox<String> caseRef = new ComboBox<>(translate("loads.case"));
    private final TextField exhibit = new TextField(translate("evidence.exhibit"));
    private final TextArea why = new TextArea(translate("evidence.why"));
    private final Checkbox identified = new Checkbox(translate("evidence.identified"));
    private final TextField basis = new TextField(translate("evidence.basis"));
    private final PasswordField password = new PasswordField(translate("evidence.password"));
    private final Paragraph left = new Paragraph();
    private final Paragraph wrong = new Paragraph();
    private final Button make = new Button(translate("evidence.make"), clicked -> make());
    private final Div result = new Div();
    private transient List<Item> items = List.of();

    /** How making a pack ended. */
    sealed interface Ending {}

    private record Made(Exported pack) implements Ending {}

    private record Refused(String why) implements Ending {}

    /** Said at the password, which is what has to be typed again. */
    record NotYou(String why) implements Ending {}

    ExportForm(EvidenceReads reads) {
        this.reads = reads;
        addClassName("panel");
        caseRef.setItems(reads.cases());
        caseRef.setRequiredIndicatorVisible(true);
        caseRef.addValueChangeListener(changed -> explain());
        exhibit.setRequiredIndicatorVisible(true);
        exhibit.setMaxLength(LONGEST_EXHIBIT);
        exhibit.setHelperText(translate("evidence.exhibit-help"));
        why.setRequiredIndicatorVisible(true);
        why.setHelperText(translate("evidence.why-help"));
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        wrong.setVisible(false);
        left.addClassName("note");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var fields = new Div(caseRef, exhibit, why);
        fields.addClassName("fields");
        add(new H2(translate("evidence.pack")), new Paragraph(translate("evidence.victim-safe")), fields);
        if (reads.mayExportIdentified()) {
            offerIdentified();
        }
        add(left, wrong, new Div(make), result);
    }

    private void offerIdentified() {
        var fields = new Div(basis, password);
        fields.addClassName("fields");
        fields.setVisible(false);
        basis.setHelperText(translate("evidence.basis-help"));
        identified.addValueChangeListener(changed -> fields.setVisible(changed.getValue()));
        add(identified, fields);
    }

    /** Chooses a case of the reader's; any other is left alone. */
    void choose(String wanted) {
        if (reads.cases().contains(wanted)) {
            caseRef.setValue(wanted);
        }
    }

    /** What the basket holds now. */
    void show(List<Item> now) {
        items = now;
        if (caseRef.isEmpty()) {
            var cases = now.stream()
                    .flatMap(item -> item.cases().stream())
                    .distinct()
                    .toList();
            if (cases.size() == 1) {
                choose(cases.getFirst());
            }
        }
        explain();
    }

    private List<Key> chosen() {
        return items.stream()
                .filter(item -> item.cases().contains(caseRef.getValue()))
                .map(Item::key)
                .toList();
    }

    private void explain() {
        int outside = caseRef.isEmpty() ? 0 : items.size() - chosen().size();
        left.setText(translate("evidence.outside", outside, items.size(), String.valueOf(caseRef.getValue())));
        left.setVisible(outside > 0);
    }

    private void say(String words) {
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
    }

    private boolean complete() {
        caseRef.setInvalid(caseRef.isEmpty());
        caseRef.setErrorMessage(translate("evidence.case-missing"));
        exhibit.setInvalid(exhibit.getValue().isBlank());
        exhibit.setErrorMessage(translate("evidence.exhibit-missing"));
        why.setInvalid(why.getValue().isBlank());
        why.setErrorMessage(translate("evidence.why-missing"));
        boolean named = identified.getValue();
        basis.setInvalid(named && basis.getValue().isBlank());
        basis.setErrorMessage(translate("evidence.basis-missing"));
        password.setInvalid(named && password.isEmpty());
        password.setErrorMessage(translate("evidence.password-missing"));
        return !(caseRef.isInvalid()
                || exhibit.isInvalid()
                || why.isInvalid()
                || basis.isInvalid()
                || password.isInvalid());
    }

    private void make() {
        say("");
        result.removeAll();
        if (!complete()) {
            return;
        }
        if (chosen().isEmpty()) {
            say(translate("evidence.nothing-in-case", caseRef.getValue()));
            return;
        }
        boolean named = identified.getValue();
        var request = new ExportRequest(
                caseRef.getValue(),
                chosen(),
                exhibit.getValue().strip(),
                why.getValue().strip(),
                named ? Optional.of(basis.getValue().strip()) : Optional.empty());
        String secret = password.getValue();
        password.clear();
        password.setInvalid(false);
        var viewer = reads.viewer();
        String notYou = translate("evidence.password-wrong");
        String tooLarge = translate("evidence.too-large");
        make.setEnabled(false);
        var work = new LongWork(translate("evidence.making"), translate("cancel"));
        work.addDetachListener(ended -> make.setEnabled(true));
        var control = work.control();
        result.add(work);
        work.<Ending>run(
                UI.getCurrent(),
                () -> {
                    try {
                        if (named) {
                            reads.confirm(viewer, secret);
                        }
                        return new Made(reads.export(viewer, request, control));
                    } catch (AuthenticationException somebodyElse) {
                        return new NotYou(notYou);
                    } catch (PackTooLarge large) {
                        return new Refused(tooLarge);
                    } catch (NotAllowed | IllegalArgumentException refused) {
                        return new Refused(String.valueOf(refused.getMessage()));
                    }
                },
                this::ended);
    }

    void ended(Ending ending) {
        switch (ending) {
            case Made made -> result.add(new MadePack(made.pack()));
            case Refused refused -> say(refused.why());
            case NotYou notThem -> {
                password.setErrorMessage(notThem.why());
                password.setInvalid(true);
            }
        }
    }
}
