package ai.myrecruiter.picasso.runtime.redaction;

/** What makes a row of digits the number that it looks like. */
final class Checks {
  private Checks() {}

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  /** 13 to 19 digits that begin as a card does and fulfil Luhn's formula (ISO/IEC 7812-1). */
  static boolean isCard(String text) {
    var digits = digits(text);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return digits.length() >= 13 && "23456".indexOf(digits.charAt(0)) >= 0 && sum % 10 == 0;
  }

  /** Neither area 000, 666 or 9xx, nor group 00, nor serial 0000: none of these was ever issued. */
  static boolean isSocialSecurityNumber(String text) {
    return digits(text).matches("(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}");
  }

  /** E.164 has at most 15 digits; below 7 it is an extension. */
  static boolean hasPhoneLength(String text) {
    int length = digits(text).length();
    return length >= 7 && length <= 15;
  }
}
