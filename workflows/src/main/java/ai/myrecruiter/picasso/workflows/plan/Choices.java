package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of an enumeration by the names they have in documents. */
final class Choices {
  private Choices() {}

  static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
    var choices = new LinkedHashMap<String, E>();
    for (var value : type.getEnumConstants()) {
      choices.put(Contracts.toNode(value).textValue(), value);
    }
    return choices;
  }
}
