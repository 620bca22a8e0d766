package org.jejak.ui.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import org.jejak.access.Users;
import org.jejak.access.WrongPassword;
import org.jejak.ui.kit.Notices;

/** Where users choose a password of their own. */
class PasswordDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PasswordDialog(Users users, String name, boolean first) {
        setHeaderTitle(translate("password.title"));
        var old = new PasswordField(translate("password.old"));
        var chosen = new PasswordField(translate("password.new"));
        var again = new PasswordField(translate("password.again"));
        chosen.setHelperText(translate("password.rule", Users.SHORTEST_PASSWORD));
        var fields = new VerticalLayout(old, chosen, again);
        fields.setPadding(false);
        fields.setAlignItems(com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment.STRETCH);
        if (first) {
            fields.addComponentAsFirst(new Paragraph(translate("password.first")));
        }
        add(fields);
        var save = new Button(translate("password.save"), clicked -> {
            old.setInvalid(false);
            chosen.setInvalid(false);
            again.setInvalid(!again.getValue().equals(chosen.getValue()));
            again.setErrorMessage(translate("password.differs"));
            if (again.isInvalid()) {
                return;
            }
            try {
                users.changePassword(name, old.getValue(), chosen.getValue());
                close();
                Notices.done(translate("password.changed"));
            } catch (WrongPassword refused) {
                old.setErrorMessage(refused.getMessage());
                old.setInvalid(true);
                old.focus();
            } catch (IllegalArgumentException refused) {
                chosen.setInvalid(true);
                chosen.setErrorMessage(refused.getMessage());
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(translate(first ? "password.later" : "cancel"), clicked -> close()), save);
    }
}
