package org.jejak.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.datepicker.DatePicker;

/**
 * A day as all pages write it, {@code 2015-06-30}: 1/2/2015 is one day in one country and another in the next. What is
 * typed counts when the field is left, too; the calendar opens when it is asked for.
 */
public class DayField extends DatePicker {

    private static final long serialVersionUID = 1L;

    public DayField(String label) {
        super(label);
        setI18n(new DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setBadInputErrorMessage(translate("day.wrong"))
                .setMaxErrorMessage(translate("day.to-come")));
        setPlaceholder(translate("day.example"));
        setAutoOpen(false);
    }
}
