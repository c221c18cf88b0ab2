package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The fields of one mapping: typed access that collects findings instead of stopping. */
public final class Fields {
  private final String path;
  private final ObjectNode mapping;
  private final List<Finding> findings;
  private final Set<String> known = new LinkedHashSet<>();

  /** The fields of a mapping that is at a path of its document. */
  public Fields(String path, ObjectNode mapping, List<Finding> findings) {
    this.path = path;
    this.mapping = mapping;
    this.findings = findings;
  }

  /** Where the mapping is in its document. */
  public String path() {
    return path;
  }

  /** Puts a default where the document says nothing. */
  public Fields fill(String name, Object value) {
    if (!mapping.has(name)) {
      mapping.set(name, Contracts.toNode(value));
    }
    return this;
  }

  /** The names of the mapping's fields, in their order. */
  public List<String> names() {
    return mapping.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** A text that keeps a rule; empty, with a finding, when it is missing or does not. */
  public Optional<String> text(String name, Range<String> rule) {
    return required(name, "a text", JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> holds(at(name), text, rule));
  }

  /** A number that keeps a rule; empty, with a finding, when it is missing or does not. */
  public Optional<Double> number(String name, Range<Double> rule) {
    return required(name, "a number", JsonNode::isNumber)
        .map(JsonNode::doubleValue)
        .filter(number -> holds(at(name), number, rule));
  }

  /** A duration that keeps a rule; empty, with a finding, when it is missing or does not. */
  public Optional<Duration> duration(String name, Range<Duration> rule) {
    return required(
            name,
            "a duration with its unit, such as 90s, 10m or 1h30m",
            node -> node.isTextual() && DurationText.parse(node.textValue()).isPresent())
        .flatMap(node -> DurationText.parse(node.textValue()))
        .filter(duration -> holds(at(name), duration, rule));
  }

  /** A text that keeps a rule, if it is there. */
  public Optional<String> optionalText(String name, Range<String> rule) {
    known.add(name);
    return mapping.has(name) ? text(name, rule) : Optional.empty();
  }

  Optional<Duration> optionalDuration(String name, Range<Duration> rule) {
    known.add(name);
    return mapping.has(name) ? duration(name, rule) : Optional.empty();
  }

  /** True or false; empty, with a finding, when it is missing or neither. */
  public Optional<Boolean> flag(String name) {
    return required(name, "true or false", JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** A value of an enumeration; empty, with a finding, when it is missing or none of them. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    var choices = Choices.of(type);
    return required(
            name,
            "one of " + String.join(", ", choices.keySet()),
            node -> node.isTextual() && choices.containsKey(node.textValue()))
        .flatMap(node -> Optional.ofNullable(choices.get(node.textValue())));
  }

  /** A mapping inside; empty, with a finding, when it is missing or something else. */
  public Optional<Fields> part(String name) {
    return required(name, "a mapping", JsonNode::isObject)
        .map(node -> new Fields(at(name), (ObjectNode) node, findings));
  }

  /** A number that keeps a rule, if it is there. */
  public Optional<Double> optionalNumber(String name, Range<Double> rule) {
    known.add(name);
    return mapping.has(name) ? number(name, rule) : Optional.empty();
  }

  Optional<Fields> optionalPart(String name) {
    known.add(name);
    return mapping.has(name) ? part(name) : Optional.empty();
  }

  /** The mappings of a list, in its order; what is not a mapping is a finding and absent. */
  public List<Optional<Fields>> parts(String name) {
    var parts = new ArrayList<Optional<Fields>>();
    var items = list(name);
    for (var i = 0; i < items.size(); i++) {
      var at = at(name) + "[" + i + "]";
      var good = is(at, items.get(i), "a mapping", JsonNode::isObject);
      parts.add(
          good
              ? Optional.of(new Fields(at, (ObjectNode) items.get(i), findings))
              : Optional.empty());
    }
    return parts;
  }

  /** The texts of a list, in its order; what breaks the rule is a finding and absent. */
  public List<Optional<String>> texts(String name, Range<String> rule) {
    var texts = new ArrayList<Optional<String>>();
    var items = list(name);
    for (var i = 0; i < items.size(); i++) {
      var at = at(name) + "[" + i + "]";
      var good =
          is(at, items.get(i), "a text", JsonNode::isTextual)
              && holds(at, items.get(i).textValue(), rule);
      texts.add(good ? Optional.of(items.get(i).textValue()) : Optional.empty());
    }
    return texts;
  }

  /** As {@link #parts}, where the list may be empty. */
  public List<Optional<Fields>> optionalParts(String name) {
    return isEmptyList(name) ? List.of() : parts(name);
  }

  /** As {@link #texts}, where the list may be empty. */
  public List<Optional<String>> optionalTexts(String name, Range<String> rule) {
    return isEmptyList(name) ? List.of() : texts(name, rule);
  }

  private boolean isEmptyList(String name) {
    known.add(name);
    return mapping.path(name).isArray() && mapping.path(name).isEmpty();
  }

  /** Reports every field that nothing has asked for. */
  public void refuseUnknown() {
    for (var name : names()) {
      if (!known.contains(name)) {
        var fix =
            Nearest.of(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("remove it; known here: " + String.join(", ", known));
        findings.add(new Finding(path, name, "must have known fields only", fix));
      }
    }
  }

  private List<JsonNode> list(String name) {
    var list = required(name, "a list", JsonNode::isArray);
    list.ifPresent(items -> findings.addAll(PlanRules.count(at(name), items.size())));
    var items = new ArrayList<JsonNode>();
    list.ifPresent(found -> found.forEach(items::add));
    return items.subList(0, Math.min(items.size(), PlanRules.MOST));
  }

  private Optional<JsonNode> required(String name, String what, Predicate<JsonNode> type) {
    known.add(name);
    var node = mapping.get(name);
    if (node == null) {
      findings.add(new Finding(at(name), "nothing", "must be " + what, "add it"));
      return Optional.empty();
    }
    return is(at(name), node, what, type) ? Optional.of(node) : Optional.empty();
  }

  /** Whether a node has a type; one that is missing has been reported already. */
  private boolean is(String at, JsonNode node, String what, Predicate<JsonNode> type) {
    if (node.isMissingNode()) {
      return false;
    }
    if (!type.test(node)) {
      findings.add(new Finding(at, node.toString(), "must be " + what, "correct it"));
      return false;
    }
    return true;
  }

  private <T> boolean holds(String at, T value, Range<T> rule) {
    var broken = rule.check(at, value);
    findings.addAll(broken);
    return broken.isEmpty();
  }

  private String at(String name) {
    return path + "." + name;
  }
}
