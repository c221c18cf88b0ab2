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
    only("ItemSelector", "Parameters");
    var selector = fields.template("ItemSelector");
    return selector.or(() -> fields.template("Parameters"));
  }

  /** ItemProcessor, or Iterator as it was called before. */
  private Machine processor() {
    only("ItemProcessor", "Iterator");
    if (!fields.has("ItemProcessor") && !fields.has("Iterator")) {
      fields.require("ItemProcessor");
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
    var mode = config.optionalText("Mode").orElse("INLINE");
    if (mode.equals("DISTRIBUTED")) {
      config.optionalText("ExecutionType");
      config.unsupported(
          "Mode", "The state '" + name + "' is a Distributed Map, which is not run here");
    } else if (!mode.equals("INLINE")) {
      config.schema("Mode", "'" + mode + "' is neither INLINE nor DISTRIBUTED");
    }
    config.refuseOthers();
  }

  private MapLimits limits() {
    only("MaxConcurrency", "MaxConcurrencyPath");
    only("ToleratedFailureCount", "ToleratedFailureCountPath");
    only("ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
    return new MapLimits(whole("MaxConcurrency"), whole("ToleratedFailureCount"), percentage());
  }

  private Optional<Limit> whole(String field) {
    return fields
        .wholeNumber(field, 0, Integer.MAX_VALUE)
        .<Limit>map(Limit.Given::new)
        .or(() -> fields.path(field + "Path").map(Limit.At::new));
  }

  private Optional<Limit> percentage() {
    var field = "ToleratedFailurePercentage";
    var given = fields.number(field, 0);
    if (given.filter(value -> value > PERCENT).isPresent()) {
      fields.schema(field, "Expected a number of at most " + PERCENT);
    }
    return given
        .<Limit>map(Limit.Given::new)
        .or(() -> fields.path(field + "Path").map(Limit.At::new));
  }

  private void only(String first, String second) {
    if (fields.has(first) && fields.has(second)) {
      fields.schema(second, "A state has only one of " + first + " and " + second);
    }
  }
}
