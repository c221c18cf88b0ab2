package ai.myrecruiter.picasso.runtime.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Redacts by rules: the default where no model does it, and the second look where one does. Finds
 * what has a form or is introduced; see {@code docs/redaction.md} for how much of it.
 */
public final class RulesRedactor implements Redactor {
  /** As much as Bedrock Guardrails take in one call. */
  static final int MOST_CHARACTERS = 25_000;

  private static final List<Rule> RULES =
      Stream.of(NumberRules.ALL, PlaceAndDateRules.ALL, NameRules.ALL)
          .flatMap(List::stream)
          .toList();

  @Override
  public RedactedText redact(String text) throws RedactionFailed {
    if (text.length() > MOST_CHARACTERS) {
      throw new RedactionFailed(RedactionFailed.Reason.TOO_LONG);
    }
    var redacted = replace(text, find(text));
    if (!find(redacted).isEmpty()) {
      throw new RedactionFailed(RedactionFailed.Reason.RESIDUE);
    }
    return new RedactedText(redacted);
  }

  /** What the rules find, in order; where they overlap, the first category of the list wins. */
  static List<Span> find(String text) {
    var plain = new PlainText(text);
    var found = new ArrayList<Span>();
    RULES.stream()
        .flatMap(rule -> rule.find(plain.text()))
        .map(plain::original)
        .sorted(Comparator.comparing(Span::category).thenComparingInt(Span::from))
        .forEach(span -> add(found, span));
    found.sort(Comparator.comparingInt(Span::from));
    return found;
  }

  /** Adds a span; one that overlaps others grows them together, so that nothing is left between. */
  private static void add(List<Span> found, Span span) {
    var merged = span;
    for (var other : List.copyOf(found)) {
      if (other.overlaps(merged)) {
        found.remove(other);
        merged =
            new Span(
                other.category(),
                Math.min(other.from(), merged.from()),
                Math.max(other.to(), merged.to()));
      }
    }
    found.add(merged);
  }

  private static String replace(String text, List<Span> spans) {
    var redacted = new StringBuilder();
    int end = 0;
    for (var span : spans) {
      redacted.append(text, end, span.from()).append(span.category().mark());
      end = span.to();
    }
    return redacted.append(text, end, text.length()).toString();
  }
}
