package ai.myrecruiter.picasso.workflows.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was meant to be. */
final class Nearest {
  private static final int LONGEST = 40;

  private Nearest() {}

  /** The nearest name, if it differs in no more than a third of its letters. */
  static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    var typed = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    return known.stream()
        .filter(k -> distance(typed, k) <= Math.max(1, k.length() / 3))
        .min(Comparator.comparingInt(k -> distance(typed, k)));
  }

  /** Levenshtein's distance, letter case aside. */
  private static int distance(String typed, String name) {
    var to = name.toLowerCase(Locale.ROOT);
    var row = new int[to.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= typed.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j < row.length; j++) {
        var change = diagonal + (typed.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }
}
