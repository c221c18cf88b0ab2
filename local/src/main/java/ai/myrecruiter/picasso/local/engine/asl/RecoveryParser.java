package ai.myrecruiter.picasso.local.engine.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads Retry and Catch. */
record RecoveryParser(Fields fields) {
  private static final String ALL = "States.ALL";
  private static final long MAX_DELAY = 31_622_400;

  Recovery parse() {
    return new Recovery(retriers(), catchers());
  }

  private List<Retrier> retriers() {
    var retriers = new ArrayList<Retrier>();
    var all = fields.list("Retry");
    for (var retrier : all) {
      retrier.optionalText("Comment");
      retriers.add(retrier(retrier, retriers.size() == all.size() - 1));
      retrier.refuseOthers();
    }
    return retriers;
  }

  private static Retrier retrier(Fields fields, boolean last) {
    long interval = fields.wholeNumber("IntervalSeconds", 0, Seconds.MAX).orElse(1L);
    var maxDelay = fields.wholeNumber("MaxDelaySeconds", 1, MAX_DELAY);
    if (maxDelay.isPresent() && maxDelay.get() <= interval) {
      fields.schema(
          "MaxDelaySeconds",
          "%d must be greater than IntervalSeconds, %d".formatted(maxDelay.get(), interval));
    }
    var jitter = fields.choice("JitterStrategy", "NONE", "FULL").orElse("NONE");
    return new Retrier(
        errors(fields, last),
        Duration.ofSeconds(interval),
        fields.wholeNumber("MaxAttempts", 0, Seconds.MAX).orElse(3L),
        fields.number("BackoffRate", 1, Seconds.MAX).orElse(2.0),
        maxDelay.map(Duration::ofSeconds),
        jitter.equals("FULL"));
  }

  private List<Catcher> catchers() {
    var catchers = new ArrayList<Catcher>();
    var all = fields.list("Catch");
    for (var catcher : all) {
      catcher.optionalText("Comment");
      catcher.require("Next");
      var errors = errors(catcher, catchers.size() == all.size() - 1);
      catchers.add(new Catcher(errors, catcher.place("ResultPath"), catcher.text("Next")));
      catcher.refuseOthers();
    }
    return catchers;
  }

  private static List<String> errors(Fields fields, boolean last) {
    fields.require("ErrorEquals");
    var names = new ArrayList<String>();
    fields.value("ErrorEquals").ifPresent(node -> node.forEach(n -> names.add(name(n, fields))));
    if (fields.has("ErrorEquals") && names.isEmpty()) {
      fields.schema("ErrorEquals", "Value cannot be empty");
    }
    if (names.contains(ALL) && (names.size() > 1 || !last)) {
      fields.schema("ErrorEquals", ALL + " must appear alone and at end of list");
    }
    return names;
  }

  private static String name(JsonNode node, Fields fields) {
    if (!node.isTextual()) {
      fields.schema("ErrorEquals", "Expected value of type String");
    }
    return node.asText();
  }
}
