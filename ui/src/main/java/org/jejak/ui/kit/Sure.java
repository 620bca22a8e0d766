package org.jejak.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something goes. Whoever presses Enter without reading keeps it: the way back has the focus. */
public class Sure extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    public Sure(String question, String go, Runnable confirmed) {
        setHeader(question);
        setCancelable(true);
        setCancelText(translate("cancel"));
        setConfirmText(go);
        setConfirmButtonTheme("error primary");
        addConfirmListener(event -> confirmed.run());
        // the component itself gives it to the button that goes through with it, once it is open
        getElement()
                .executeJs(
                        "const back = () => setTimeout(() => this.querySelector('[slot=cancel-button]')?.focus(), 50);"
                                + "this.addEventListener('opened-changed', event => event.detail.value && back());"
                                + "if (this.opened) back();");
    }
}
