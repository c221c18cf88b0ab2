package ai.myrecruiter.picasso.local.engine.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Checks the names of the Parameters that a definition writes for an integration. */
record ParameterNames(Fields fields, Dialect dialect) {
  private static final String PARAMETERS = "Parameters";
  private static final String ANSWERED = "RequestResponse";

  void check(Resource.Integration integration) {
    if (fields.value(PARAMETERS).orElse(null) instanceof ObjectNode written) {
      var names =
          written.properties().stream().map(field -> field.getKey().replaceFirst("\\.\\$$", ""));
      IntegrationParameters.of(integration)
          .map(known -> known.problems(names.toList()))
          .ifPresent(all -> all.forEach(problem -> fields.schema(PARAMETERS, problem)));
      if (dialect.tasks() == Dialect.Tasks.OF_THE_STAGE) {
        checkInvocation(written.path("InvocationType").asText(ANSWERED));
      }
    }
  }

  private void checkInvocation(String type) {
    if (!type.equals(ANSWERED)) {
      fields.unsupported(
          PARAMETERS + "/InvocationType",
          "The InvocationType '%s' is not run here; use %s".formatted(type, ANSWERED));
    }
  }
}
