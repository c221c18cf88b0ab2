package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.Account;
import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.CloudFormation;
import ai.myrecruiter.picasso.local.cloudformation.DeploymentPlan;
import ai.myrecruiter.picasso.local.cloudformation.ProvisionedStack;
import ai.myrecruiter.picasso.local.cloudformation.StackPace;
import ai.myrecruiter.picasso.local.cloudformation.StageTypes;
import ai.myrecruiter.picasso.local.cloudformation.UpdateBehaviours;
import ai.myrecruiter.picasso.local.cloudformation.UrlOpener;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.payload.PayloadServices;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How the stacks of a stage come to be. */
final class Stacks {
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
            services.loop instanceof RealLoop ? StackPace.QUICK : StackPace.AS_AWS);
    services.cloudFormation = Optional.of(cloudFormation);
    var stacks =
        cloudFormation.provision(
            DeploymentPlan.of(
                settings
                    .blueprint()
                    .map(StageBlueprint::stacks)
                    .orElseGet(() ->
                        CloudAssembly.read(settings.assembly()).stacksOf(settings.environment())),
                types,
                Account.STAGE,
                Map.of()));
    if (services.loop instanceof RealLoop) {
      PayloadServices.seed(
          services.secrets,
          services.dynamoDb.client(),
          settings.environment(),
          services.loop.now());
    }
    return stacks;
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
