package ai.myrecruiter.picasso.local.engine.asl;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the Resource of a Task. */
record ResourceParser(Fields fields, String state, Dialect dialect) {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "arn:aws[\\w-]*:lambda:[a-z0-9-]+:\\d{12}:function:[\\w-]{1,64}(:[\\w$-]{1,128})?");
  private static final Pattern ACTIVITY =
      Pattern.compile("arn:aws[\\w-]*:states:[a-z0-9-]+:\\d{12}:activity:.{1,80}");
  private static final Pattern INTEGRATION =
      Pattern.compile(
          "arn:aws[\\w-]*:states:[a-z0-9-]*:\\d*:((?:aws-sdk:)?[\\w-]+):([\\w-]+)((\\.[\\w]+(:2)?)?)");

  Resource parse() {
    var text = fields.text("Resource");
    if (FUNCTION.matcher(text).matches()) {
      return new Resource.Function(text);
    }
    if (ACTIVITY.matcher(text).matches()) {
      unsupported("is an Activity");
      return new Resource.Function(text);
    }
    var matcher = INTEGRATION.matcher(text);
    if (matcher.matches()) {
      var integration = integration(matcher.group(1), matcher.group(2), matcher.group(3));
      if (integration.isPresent()) {
        check(integration.get());
        new ParameterNames(fields, dialect).check(integration.get());
        return integration.get();
      }
    }
    if (fields.has("Resource") && !text.startsWith("arn:")) {
      fields.schema("Resource", "Value is not a valid resource ARN");
    } else if (fields.has("Resource")) {
      fields.schema(
          "Resource",
          "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
              .formatted(text));
    }
    return new Resource.Function(text);
  }

  private static Optional<Resource.Integration> integration(
      String service, String action, String suffix) {
    var patterns = Integrations.patterns(service.replaceFirst(":.*", ""), action);
    return Arrays.stream(Resource.Pattern.values())
        .filter(pattern -> pattern.suffix().equals(suffix) && patterns.contains(pattern))
        .findFirst()
        .map(pattern -> new Resource.Integration(service, action, pattern));
  }

  private void check(Resource.Integration integration) {
    var pattern = integration.pattern();
    if (dialect.type() == WorkflowType.EXPRESS && pattern != Resource.Pattern.REQUEST_RESPONSE) {
      fields.schema(
          "Resource",
          "Express state machine does not support '%s' service integration "
              .formatted(pattern.suffix()));
    } else if (dialect.tasks() == Dialect.Tasks.OF_THE_STAGE
        && !Integrations.isOfTheStage(integration.service(), integration.action())) {
      unsupported(
          "calls the integration '%s:%s'".formatted(integration.service(), integration.action()));
    }
  }

  private void unsupported(String what) {
    fields.unsupported(
        "Resource", "The state '%s' %s, which is not run here".formatted(state, what));
  }
}
