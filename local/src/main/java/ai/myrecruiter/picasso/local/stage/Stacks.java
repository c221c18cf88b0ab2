package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.Account;
import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.DeploymentPlan;
import ai.myrecruiter.picasso.local.cloudformation.ProvisionedStack;
import ai.myrecruiter.picasso.local.cloudformation.Provisioner;
import ai.myrecruiter.picasso.local.cloudformation.StageTypes;
import ai.myrecruiter.picasso.local.cloudformation.UrlOpener;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.payload.PayloadServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
    var stacks =
        Provisioner.provision(
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
    return (target, cors, mode) -> {
      try {
        var origins = settings.pageOrigin().map(cors::allowing).orElse(cors);
        return services.urls.open(target, origins, mode, port.getAndSet(0));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
