package org.jejak.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadBenchIT {

    @Test
    void measuresOursBesideLoadCsvOfTheSameRows() throws Exception {
        var measured = new LoadBench(400).run();

        assertThat(measured).containsEntry("rows", 400);
        assertThat(measured.get("loadCsvSeconds")).isNotNull();
        assertThat((double) measured.get("timesLoadCsv")).isPositive();
    }
}
