package ai.myrecruiter.picasso.runtime.redaction;

import java.util.List;

/** Where a person lives and when one was born. */
final class PlaceAndDateRules {
  private static final String MONTH =
      "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String DATE =
      "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\s?\\d{1,2}[-/.]\\s?\\d{2,4}"
          + "|"
          + MONTH
          + "\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s'?\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?\\s(?i:of )?"
          + MONTH
          + ",?\\s'?\\d{2,4}|"
          + MONTH
          + "\\s\\d{4}|"
          + MONTH
          + "\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)"
          + "|(?:19|20)\\d{2}(?!\\d))";

  /** Streets that no other word could be meant by. */
  private static final String STREET =
      "(?i:street|avenue|ave|boulevard|blvd|road|rd|lane|ln|parkway|pkwy|highway|hwy|terrace)";

  /** Words that are streets only behind a capitalized name. */
  private static final String STREET_BY_NAME =
      "(?:St|Dr|Drive|Ct|Court|Pl|Place|Way|Cir|Circle|Ter|Sq|Square|Trail|Loop|ST|DR|CT|PL|WAY)";

  private static final String NO_STREET =
      "(?!(?i:the|a|an|my|this|down|of|on|off|per|mg|ml|mcg|miles?|blocks?|minutes?|hours?|days?|weeks?|times?"
          + "|pills?|tablets?|doses?|units?|at|in|for|to|by|and|or|from)\\b)";
  private static final String UNIT =
      "(?:,?\\s(?i:apt|apartment|unit|suite|ste|floor|fl|#)\\.?\\s?#?\\w{1,5})?";
  private static final String TOWN =
      "(?:,?\\s(?:\\p{Lu}[\\p{L}.']+\\s?){1,3},?\\s[A-Z]{2}(?:\\s\\d{5}(?:-\\d{4})?)?)?";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              Category.DATE_OF_BIRTH,
              "(?i:\\b(?:born|d\\.?o\\.?b\\.?|date of birth|birth ?date|birthday|birth"
                  + " year|geb(?:oren)?|n[ée]e?\\(?e?\\)?"
                  + " le|nacido|nacida)\\b)[^\\d\\n]{0,6}?(?i:is|was|on|in|am|el|[\\s:=(,-]){0,5}?(?<it>"
                  + DATE
                  + ")"),
          Rule.of(
              Category.ADDRESS,
              "(?<![\\w.#-])(?<it>\\d{1,6}[A-Za-z]?(?:-\\d{1,4})?\\s(?:(?i:north|south|east|west|[nsew])\\.?\\s)?(?:"
                  + NO_STREET
                  + "[\\p{L}\\d.']+\\s){1,3}?"
                  + STREET
                  + "\\b\\.?"
                  + UNIT
                  + TOWN
                  + ")"),
          Rule.of(
              Category.ADDRESS,
              "(?<![\\w.#-])(?<it>\\d{1,6}[A-Za-z]?\\s(?:[NSEW]\\.?\\s)?(?:\\p{Lu}[\\p{L}.']*\\s){1,3}?"
                  + STREET_BY_NAME
                  + "\\b\\.?"
                  + UNIT
                  + TOWN
                  + ")"),
          Rule.of(
              Category.ADDRESS, "(?<it>\\b(?i:p\\.?\\s?o\\.?\\s?box)\\s#?\\d{1,6}" + TOWN + ")"),
          Rule.of(
              Category.ADDRESS,
              "(?<it>(?:\\p{Lu}[\\p{Ll}']+\\s){0,2}\\p{Lu}[\\p{Ll}']+,?\\s[A-Z]{2}\\s\\d{5}(?:-\\d{4})?)(?!\\d)"),
          Rule.of(
              Category.ADDRESS,
              "(?<it>\\b\\p{Lu}[\\p{L}-]*(?i:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse)\\s\\d{1,4}\\s?[a-z]?"
                  + "(?:,?\\s\\d{5}\\s\\p{Lu}\\p{L}+)?)(?!\\w)"));

  private PlaceAndDateRules() {}
}
