package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.asl.MapLimits.Limit;
import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is particular to a Map. */
record MapParser(MachineParser machines, String name, Fields fields) {
  private static final List<String> DISTRIBUTED_ONLY =
      List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");
  private static final int PERCENT = 100;

  MapState parse(StateParser state) {
    DISTRIBUTED_ONLY.forEach(field ->
        fields.refuseUnsupported(
            field,
            "The field '%s' of the state '%s' belongs to a Distributed Map, which is not run here"
                .formatted(field, name)));
    return new MapState(
        name,
        state.io(),
        fields.path("ItemsPath").orElse(Path.ROOT),
        selector(),
        processor(),
        limits(),
        new Work(Optional.empty(), fields.template("ResultSelector"), fields.place("ResultPath")),
        new RecoveryParser(fields).parse(),
        state.next());
  }

  /** ItemSelector, or Parameters as it was called before. */
  private Optional<Template> selector() {
    fields.atMostOne("ItemSelector", "Parameters");
    var selector = fields.template("ItemSelector");
    return selector.or(() -> fields.template("Parameters"));
  }

  /** ItemProcessor, or Iterator as it was called before. */
  private Machine processor() {
    fields.exactlyOne("ItemProcessor", "Iterator");
    if (!fields.has("ItemProcessor") && !fields.has("Iterator")) {
      return new Machine("", Map.of());
    }
    var processor = fields.object(fields.has("ItemProcessor") ? "ItemProcessor" : "Iterator");
    processor.optionalText("Comment");
    inline(processor.object("ProcessorConfig"));
    var machine = machines.parse(processor);
    processor.refuseOthers();
    return machine;
  }

  private void inline(Fields config) {
    var mode = config.choice("Mode", "INLINE", "DISTRIBUTED").orElse("INLINE");
    if (mode.equals("DISTRIBUTED")) {
      config.require("ExecutionType");
      config.choice("ExecutionType", "STANDARD", "EXPRESS");
      config.unsupported(
          "Mode", "The state '" + name + "' is a Distributed Map, which is not run here");
    }
    config.refuseOthers();
  }

  private MapLimits limits() {
    fields.atMostOne("MaxConcurrency", "MaxConcurrencyPath");
    fields.atMostOne("ToleratedFailureCount", "ToleratedFailureCountPath");
    fields.atMostOne("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
    return new MapLimits(whole("MaxConcurrency"), whole("ToleratedFailureCount"), percentage());
  }

  private Optional<Limit> whole(String field) {
    return fields
        .wholeNumber(field, 0, Long.MAX_VALUE)
        .<Limit>map(Limit.Given::new)
        .or(() -> fields.path(field + "Path").map(Limit.At::new));
  }

  private Optional<Limit> percentage() {
    var field = "ToleratedFailurePercentage";
    return fields
        .number(field, 0, PERCENT)
        .<Limit>map(Limit.Given::new)
        .or(() -> fields.path(field + "Path").map(Limit.At::new));
  }
}
