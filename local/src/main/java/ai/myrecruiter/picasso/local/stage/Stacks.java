package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.Account;
import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.CloudFormation;
import ai.myrecruiter.picasso.local.cloudformation.DeploymentPlan;
import ai.myrecruiter.picasso.local.cloudformation.ProvisionedStack;
import ai.myrecruiter.picasso.local.cloudformation.ResourceTypes;
import ai.myrecruiter.picasso.local.cloudformation.StackPace;
import ai.myrecruiter.picasso.local.cloudformation.StageTypes;
import ai.myrecruiter.picasso.local.cloudformation.UpdateBehaviours;
import ai.myrecruiter.picasso.local.cloudformation.UrlOpener;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.payload.PayloadServices;
import ai.myrecruiter.picasso.local.s3.Buckets;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** How the stacks of a stage come to be. */
final class Stacks {
  /** The stack that holds secrets and registry of an environment. */
  private static final Pattern DATA = Pattern.compile("picasso-([a-z]+)-data");

  private Stacks() {}

  /** Makes the stacks of the settings, and what the real payload needs beside them; on the loop. */
  static List<ProvisionedStack> provision(Services services, StageSettings settings) {
    var types =
        new StageTypes(
                services.lambda,
                urls(services, settings),
                services.dynamoDb.client(),
                services.sfnClient,
                services.topics,
                services.secrets,
                services.cloudWatchClient,
                services.eventBridgeClient)
            .types();
    var cloudFormation =
        new CloudFormation(
            services.loop,
            types,
            Account.STAGE,
            UpdateBehaviours.documented(),
            services.loop instanceof RealLoop ? StackPace.QUICK : StackPace.AS_AWS,
            services.buckets::find);
    services.cloudFormation = Optional.of(cloudFormation);
    cloudFormation.whenCreated(stack -> seed(services, stack));
    return settings.empty() ? List.of() : provision(services, settings, types);
  }

  private static List<ProvisionedStack> provision(
      Services services, StageSettings settings, ResourceTypes types) {
    var templates =
        settings
            .blueprint()
            .map(StageBlueprint::stacks)
            .orElseGet(
                () -> CloudAssembly.read(settings.assembly()).stacksOf(settings.environment()));
    var plan = DeploymentPlan.of(templates, types, Account.STAGE, Map.of());
    var stacks = services.cloudFormation.orElseThrow().provision(plan);
    templates.forEach(template ->
        template
            .assets()
            .forEach((key, file) -> services.buckets.put(Buckets.BOOTSTRAP, key, file)));
    stacks.forEach(stack -> seed(services, stack.name()));
    return stacks;
  }

  /** What a person fills in after the first deployment, when the stack of it is there. */
  private static void seed(Services services, String stack) {
    var data = DATA.matcher(stack);
    if (data.matches() && services.loop instanceof RealLoop) {
      PayloadServices.seed(
          services.secrets, services.dynamoDb.client(), data.group(1), services.loop.now());
    }
  }

  private static UrlOpener urls(Services services, StageSettings settings) {
    if (settings.functionUrlPort().isEmpty()) {
      return (target, cors, mode) ->
          URI.create("https://" + target.replace(':', '.') + ".stage.invalid/");
    }
    var port = new AtomicInteger(settings.functionUrlPort().getAsInt());
    return new OpenUrls(services.urls, settings.pageOrigin(), port);
  }
}
