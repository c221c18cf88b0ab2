package ai.myrecruiter.picasso.runtime.redaction;

import java.util.List;

/** Numbers and addresses of the electronic kind. Gaps may be blanks, line breaks, dots, hyphens. */
final class NumberRules {
  private static final String ALONE = "(?<![\\w.+-])";
  private static final String ENDS = "(?![\\w]|[.-]\\d)";
  private static final String GAP = "[\\s.-]{1,2}";

  /** A number after one of these words is somebody's order and nobody's telephone. */
  private static final String NOT_ORDERED =
      "(?<!(?i:order|invoice|ticket|tracking|reference|ref|claim|code|lot|serial|item|confirmation)"
          + "(?i: number| no| id)?[ :#.]{0,3})";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              Category.EMAIL,
              "(?<![\\p{L}\\d._%+'-])(?<it>[\\p{L}\\d][\\p{L}\\d._%+'-]{0,63}+\\s?(?:@|\\((?i:at)\\)|\\[(?i:at)])\\s?"
                  + "[\\p{L}\\d-]+(?:(?:\\.|\\s?[\\[(](?i:dot)[\\])]\\s?)[\\p{L}\\d-]+)+)"),
          Rule.of(
              Category.EMAIL,
              "(?<![\\p{L}\\d._%+-])(?<it>[\\p{L}\\d._%+-]{1,64}+ (?i:at) [\\p{L}\\d-]+(?: (?i:dot)"
                  + " \\p{L}{2,})+\\b)"),
          Rule.of(Category.CARD, ALONE + "(?<it>\\d(?:[\\s-]?\\d){12,18})" + ENDS, Checks::isCard),
          Rule.of(
              Category.SSN,
              ALONE + "(?<it>\\d{3}" + GAP + "\\d{2}" + GAP + "\\d{4})" + ENDS,
              Checks::isSocialSecurityNumber),
          Rule.of(
              Category.SSN,
              "(?i:\\bSSN\\b|\\bsocial(?: security)?(?: number)?\\b|\\bsoc sec\\b)[^\\d\\n]{0,20}"
                  + "(?<it>\\d{3}[\\s.-]?\\d{2}[\\s.-]?\\d{4})"
                  + ENDS),
          Rule.of(
              Category.SSN,
              "(?i:last (?:4|four)(?: digits)? of (?:my |the )?(?:SSN|social)[^\\d\\n]{0,15})"
                  + "(?<it>\\d{4})"
                  + ENDS),
          Rule.of(
              Category.MRN,
              "(?i:\\bMRN\\b|\\bmedical record\\b|\\bpatient (?:id|number|no)\\b|\\bchart"
                  + " (?:number|no|id)\\b|\\bhospital (?:number|no|id)\\b|\\brecord"
                  + " number\\b|\\bmember"
                  + " id\\b)(?i:[\\s:#.=-]|number|no|is|was|id|my)*(?<it>[A-Za-z]{0,4}[-"
                  + " ]?\\d(?:[-\\s]?\\d){3,11})"
                  + ENDS),
          Rule.of(
              Category.PHONE,
              NOT_ORDERED
                  + ALONE
                  + "(?<it>(?:\\+?1[\\s.-]{0,2})?(?:\\(\\d{3}\\)[\\s.-]{0,2}|\\d{3}"
                  + GAP
                  + ")\\d{3}"
                  + GAP
                  + "\\d{4}(?:\\s?(?i:ext|x)\\.?\\s?\\d{1,5})?)"
                  + ENDS),
          Rule.of(
              Category.PHONE,
              "(?<![\\w+])(?<it>\\+\\d{1,3}(?:[\\s./-]{0,2}\\(?\\d{1,4}\\)?){2,6})" + ENDS,
              Checks::hasPhoneLength),
          Rule.of(
              Category.PHONE,
              "(?i:\\b(?:call|phone|ph|tel|telephone|cell|mobile|text|reach|fax|number"
                  + " is|whatsapp|contact)\\b)"
                  + "[^\\d\\n]{0,20}(?<it>0?\\d{2,5}(?:[\\s./-]{0,2}\\d{2,5}){1,3})"
                  + ENDS,
              Checks::hasPhoneLength));

  private NumberRules() {}
}
