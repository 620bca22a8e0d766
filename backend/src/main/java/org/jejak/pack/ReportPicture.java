package org.jejak.pack;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jejak.network.Key;
import org.openpdf.text.BadElementException;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Draws a small graph: circles with numbers, lines between them, placed by springs (Fruchterman and Reingold 1991) from
 * a circle as the start, so that the same graph always gives the same picture.
 */
final class ReportPicture {

    private static final float HEIGHT = 420;
    private static final float RADIUS = 8;
    private static final int ROUNDS = 400;

    /** Keeps parts that nothing connects from drifting apart. */
    private static final double TO_THE_MIDDLE = 0.05;

    private ReportPicture() {}

    static Element of(
            ReportPage page,
            List<PackContent.Entity> entities,
            List<PackContent.Link> links,
            Map<Key, Integer> numbers) {
        float width = page.width();
        var canvas = page.canvas(width, HEIGHT);
        Map<Key, Integer> index = new HashMap<>();
        entities.forEach(e -> index.put(e.key(), index.size()));
        var lines = links.stream()
                .filter(l -> index.containsKey(l.a()) && index.containsKey(l.b()) && !l.a().equals(l.b()))
                .map(l -> List.of(
                        Math.min(at(index, l.a()), at(index, l.b())), Math.max(at(index, l.a()), at(index, l.b()))))
                .distinct()
                .map(l -> new int[] {l.get(0), l.get(1)})
                .toList();
        double[][] places = springs(entities.size(), lines, width, HEIGHT);

        canvas.setLineWidth(0.6f);
        canvas.setColorStroke(new Color(0x7A, 0x86, 0x94));
        for (int[] line : lines) {
            canvas.moveTo((float) places[line[0]][0], (float) places[line[0]][1]);
            canvas.lineTo((float) places[line[1]][0], (float) places[line[1]][1]);
            canvas.stroke();
        }
        for (int i = 0; i < places.length; i++) {
            var entity = entities.get(i);
            canvas.setColorFill(entity.pseudonym() ? new Color(0xD9, 0xE8, 0xF6) : Color.WHITE);
            canvas.setColorStroke(Color.BLACK);
            canvas.circle((float) places[i][0], (float) places[i][1], RADIUS);
            canvas.fillStroke();
            canvas.setColorFill(Color.BLACK);
            canvas.beginText();
            canvas.setFontAndSize(page.fonts().regular(), 6.5f);
            canvas.showTextAligned(
                    PdfContentByte.ALIGN_CENTER,
                    String.valueOf(numbers.get(entity.key())),
                    (float) places[i][0],
                    (float) places[i][1] - 2.3f,
                    0);
            canvas.endText();
        }
        try {
            return Image.getInstance(canvas);
        } catch (BadElementException e) {
            throw new IllegalStateException("a drawing of our own cannot be refused", e);
        }
    }

    private static int at(Map<Key, Integer> index, Key key) {
        return index.getOrDefault(key, -1);
    }

    private static double[][] springs(int n, List<int[]> lines, double width, double height) {
        var places = new double[n][2];
        for (int i = 0; i < n; i++) {
            double angle = 2 * Math.PI * i / Math.max(1, n);
            places[i][0] = width / 2 + width * 0.35 * StrictMath.cos(angle);
            places[i][1] = height / 2 + height * 0.35 * StrictMath.sin(angle);
        }
        double ideal = 0.75 * Math.sqrt(width * height / Math.max(1, n));
        for (int round = 0; round < ROUNDS; round++) {
            var forces = new double[n][2];
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    push(places, forces, i, j, ideal * ideal, -2);
                }
            }
            for (int[] line : lines) {
                push(places, forces, line[0], line[1], -1 / ideal, 1);
            }
            double furthest = ideal * (1 - (double) round / ROUNDS);
            for (int i = 0; i < n; i++) {
                forces[i][0] += (width / 2 - places[i][0]) * TO_THE_MIDDLE;
                forces[i][1] += (height / 2 - places[i][1]) * TO_THE_MIDDLE;
                double length = Math.max(1e-9, Math.sqrt(forces[i][0] * forces[i][0] + forces[i][1] * forces[i][1]));
                double step = Math.min(length, furthest) / length;
                places[i][0] += forces[i][0] * step;
                places[i][1] += forces[i][1] * step;
            }
        }
        fit(places, 0, width);
        fit(places, 1, height);
        return places;
    }

    /** Spreads one coordinate over the whole picture, as far as circles do not reach over its edge. */
    private static void fit(double[][] places, int axis, double size) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] place : places) {
            least = Math.min(least, place[axis]);
            most = Math.max(most, place[axis]);
        }
        double edge = RADIUS + 2;
        for (double[] place : places) {
            place[axis] =
                    most - least < 1 ? size / 2 : edge + (place[axis] - least) / (most - least) * (size - 2 * edge);
        }
    }

    /** Adds {@code strength · distance^power} along the line from j to i, to i and against it to j. */
    private static void push(double[][] places, double[][] forces, int i, int j, double strength, int power) {
        double dx = places[i][0] - places[j][0];
        double dy = places[i][1] - places[j][1];
        double squared = Math.max(1e-3, dx * dx + dy * dy);
        double factor = power == 1 ? strength * Math.sqrt(squared) : strength / squared;
        forces[i][0] += dx * factor;
        forces[i][1] += dy * factor;
        forces[j][0] -= dx * factor;
        forces[j][1] -= dy * factor;
    }
}
