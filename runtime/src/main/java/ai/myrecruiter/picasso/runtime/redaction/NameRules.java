package ai.myrecruiter.picasso.runtime.redaction;

import java.util.List;

/**
 * Names that the text itself introduces: by a title, by who speaks, by kinship, by a label or at
 * the end of a letter. A bare name in the middle of a sentence is not found: that takes a model.
 */
final class NameRules {
  /** Words that follow an introduction and are no name. */
  private static final String NO_NAME =
      "(?!(?i:a|an|the|not|no|so|in|on|at|of|to|for|from|with|and|or|but|who|what|why|how|when|where|it|its|is|was|are"
          + "|be|very|really|still|just|also|here|there|back|later|again|soon|now|today|tomorrow|tonight|asap|if|as|my|your"
          + "|our|his|her|their|i|we|you|he|she|they|me|us|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january"
          + "|february|march|april|may|june|july|august|september|october|november|december|type|covid|okay|ok|yes|please"
          + "|about|because|regarding|only|urgent|new|sorry|fine|good|sure|looking|taking|having|using|trying|calling|feeling"
          + "|going|getting|allergic|diabetic|pregnant|interested|unable|ready|sick|worried|american|canadian|english|spanish|french|german|mexican|indian|chinese|medicare|medicaid|tylenol|advil|on"
          + " file|confidential|listed|misspelled"
          + "|spelled|wrong|common|unknown|required|missing|incorrect|between|before|after|every|this|that|these|any|all"
          + "|anything|something|anytime|whenever|maybe|vitamin|test|redacted|name)\\b)";

  private static final String WORD = NO_NAME + "\\p{Lu}[\\p{L}'-]*\\.?";
  private static final String ANY_WORD = NO_NAME + "\\p{L}[\\p{L}'-]+";
  private static final String PARTICLE =
      "(?i:(?:van|von|de|der|den|la|le|di|da|del|dos|bin|al|el|ten|zu)\\s)";
  private static final String NAME = WORD + "(?:\\s" + PARTICLE + "{0,2}" + WORD + "){0,3}";
  private static final String AFTER = "[\\s:,]{1,3}";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              Category.NAME,
              "\\b(?:(?i:mr|mrs|ms|mx|dr|prof|sra|srta|mme)\\.?|(?i:miss|mister|doctor|professor|nurse|se[ñn]ora?|herr|frau"
                  + "|madame|monsieur|pastor|rabbi|father|sister|brother|captain|sergeant))\\s(?<it>"
                  + PARTICLE
                  + "{0,2}"
                  + NAME
                  + ")"),
          Rule.of(
              Category.NAME,
              "(?i:\\b(?:my|the"
                  + " patient's|patient|his|her|their|full|first|last|legal|maiden|child's|son's|daughter's|husband's|wife's|mother's|father's)(?:"
                  + " (?:full|first|last|legal|maiden|middle))? name(?: is|'s|:|"
                  + " was)|\\bname's|\\bme llamo|\\bmi nombre es|\\bmein name ist|\\bich"
                  + " hei(?:ß|ss)e|\\bje m'appelle|\\bgoes by|\\bname:)"
                  + AFTER
                  + "(?<it>\\p{Lu}[\\p{Lu}'-]+, "
                  + WORD
                  + "|"
                  + ANY_WORD
                  + "(?:\\s"
                  + PARTICLE
                  + "{0,2}"
                  + ANY_WORD
                  + "){0,2})"),
          Rule.of(
              Category.NAME,
              "(?:\\b(?i:i'm|i am|this is|it's|call me|named|called|ask for|speak"
                  + " (?:to|with)|signed|attn|regards|sincerely|cheers|yours|je suis|ich bin|soy))"
                  + AFTER
                  + "(?<it>"
                  + NAME
                  + ")"),
          Rule.of(
              Category.NAME,
              "(?i:\\bmy (?:\\w+"
                  + " )?(?:wife|husband|son|daughter|mother|mom|mum|father|dad|brother|sister|partner|spouse"
                  + "|child|baby|girlfriend|boyfriend|friend|neighbou?r|grandmother|grandma|grandfather|grandpa|aunt|uncle|caregiver|boss|roommate|fianc[ée]e?))(?i:,|'s"
                  + " name is)?\\s(?<it>"
                  + NAME
                  + ")"),
          Rule.of(
              Category.NAME,
              "(?i:\\b(?:thanks|thank"
                  + " you|best|regards|sincerely|cheers|yours)[,.!]?\\s*\\n\\s*-?\\s*)(?<it>"
                  + NAME
                  + ")"),
          Rule.of(
              Category.NAME,
              "\\b(?i:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?[,.!]?\\s"
                  + "(?!(?i:everyone|everybody|anyone|anybody|someone|somebody|nobody|people|folks)\\b)(?<it>"
                  + NAME
                  + ")(?= here\\b)"),
          Rule.of(Category.NAME, "(?i:\\bpatient)[:,]?\\s(?<it>" + WORD + "\\s" + WORD + ")"));

  private NameRules() {}
}
