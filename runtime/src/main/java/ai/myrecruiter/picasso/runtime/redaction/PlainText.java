package ai.myrecruiter.picasso.runtime.redaction;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the rules read it: compatibility forms, foreign digits, dashes, blanks and apostrophes
 * are written plainly and invisible characters are left out, so that a number is a number however
 * it was typed. Knows where each of its characters was.
 */
final class PlainText {
  private final StringBuilder plain = new StringBuilder();
  private final int[] origin;
  private final int end;

  PlainText(String text) {
    var places = new int[Math.max(16, text.length() * 2)];
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int before = plain.length();
      append(point);
      if (plain.length() + 1 > places.length) {
        places = Arrays.copyOf(places, plain.length() * 2);
      }
      Arrays.fill(places, before, plain.length(), i);
      i += Character.charCount(point);
    }
    this.origin = places;
    this.end = text.length();
  }

  private void append(int point) {
    int digit = Character.digit(point, 10);
    switch (Character.getType(point)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
      case Character.DECIMAL_DIGIT_NUMBER -> plain.append((char) ('0' + digit));
      case Character.DASH_PUNCTUATION -> plain.append('-');
      case Character.SPACE_SEPARATOR -> plain.append(' ');
      default -> special(point);
    }
  }

  private void special(int point) {
    switch (point) {
      case '\u2212' -> plain.append('-');
      case '\u2018', '\u2019', '\u02bc', '`', '\u00b4' -> plain.append('\'');
      default ->
          plain.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
    }
  }

  /** What the rules read. */
  String text() {
    return plain.toString();
  }

  /** The place in the original text of a span of the plain one. */
  Span original(Span span) {
    int to = span.to() < plain.length() ? origin[span.to()] : end;
    return new Span(span.category(), origin[span.from()], to);
  }
}
