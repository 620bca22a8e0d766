package org.jejak.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;

/** What is made when somebody first looks at it: a tab that nobody opens reads no names and sends nothing. */
public class Unfolding extends Div {

    private static final long serialVersionUID = 1L;

    private transient Supplier<? extends Component> content;
    private boolean open;

    public Unfolding(Supplier<? extends Component> content) {
        this.content = content;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (!open) {
            open = true;
            add(content.get());
            content = Div::new;
        }
    }
}
