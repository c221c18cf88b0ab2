package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.cloudwatch.LogIntake;
import ai.myrecruiter.picasso.local.cloudwatch.MetricStore;
import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaPort;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Lambda of the stage. To be used on the event loop only; other threads take {@link
 * StageLambdaClient}.
 *
 * <p>Refusals are thrown as the exceptions of the SDK's model.
 */
public final class LambdaService implements LambdaPort, AutoCloseable {
  private final Functions functions;
  private final Aliases aliases;
  private final Sandboxes sandboxes;
  private final Invoker invoker;
  private final AsyncInvocations events;
  private final CodeStore code;
  private final Faults faults = new Faults();
  private final TaskFaults taskFaults = new TaskFaults();
  private final LogTails tails = new LogTails();
  private final EventLoop loop;
  private final Optional<SharedCode> shared;
  private final InvocationMetrics counts;

  /**
   * A service without functions.
   *
   * @param hosting how packages are run
   * @param codeFolder where copies of deployment packages are kept; made when missing
   * @param shared packages that other stages run too
   * @param log told of every line that a function logs
   * @param report told of what the stage cannot use, such as bad metrics in a log line
   */
  public LambdaService(
      EventLoop loop,
      MetricStore metrics,
      HandlerFactory factory,
      PayloadHosting hosting,
      Path codeFolder,
      Optional<SharedCode> shared,
      Consumer<LogLine> log,
      Consumer<String> report) {
    this.loop = loop;
    this.shared = shared;
    this.functions = new Functions(loop);
    this.aliases = new Aliases(loop, functions);
    this.sandboxes = new Sandboxes(factory, hosting, shared);
    this.code = new CodeStore(codeFolder);
    var intake = new LogIntake(loop, metrics, report);
    var lines = ((Consumer<LogLine>) line -> line.into(intake)).andThen(tails::accept).andThen(log);
    this.counts = new InvocationMetrics(metrics);
    this.invoker =
        new Invoker(loop, functions, aliases, sandboxes, counts, lines, faults, taskFaults);
    this.events = new AsyncInvocations(loop, invoker, report);
  }

  /** Creates a function that runs a deployment package. */
  public void createPackaged(FunctionSettings settings, Path jar) {
    functions.create(settings, packaged(jar));
  }

  /** Creates a function of the product itself, whose handler the stage's factory makes. */
  public void createProduct(FunctionSettings settings) {
    functions.create(settings, CodeStore.product(settings.handler()));
  }

  /** Replaces what {@code $LATEST} runs. */
  public void updateCode(String function, Path jar) {
    functions.updateCode(function, packaged(jar), Optional.empty());
  }

  /** Replaces the configuration of {@code $LATEST}. */
  public void updateSettings(FunctionSettings settings) {
    functions.updateSettings(settings, Optional.empty());
  }

  /** The configuration of {@code $LATEST}. */
  public FunctionSettings settings(String function) {
    return functions.require(function).latest.settings();
  }

  /** Publishes {@code $LATEST} and gives the version's number, an old one when nothing changed. */
  public String publishVersion(String function, String description) {
    return functions
        .publish(function, Optional.empty(), Optional.of(description), Optional.empty())
        .version();
  }

  /** Creates an alias that gives every invocation to one version. */
  public void createAlias(String function, String alias, String version, String description) {
    aliases.create(function, alias, AliasTarget.of(version, Map.of()), description);
  }

  /** Gives an alias another version and leaves its weights and its description. */
  public void moveAlias(String function, String alias, String version) {
    aliases.update(function, alias, AliasChange.of(version));
  }

  /** Deletes an alias; one that is not there stays so. */
  public void deleteAlias(String function, String alias) {
    aliases.delete(function, alias);
  }

  /** Deletes a function, or with a version's name or ARN that version. */
  public void delete(String nameOrArn) {
    functions.delete(FunctionName.parse(nameOrArn));
  }

  /** Forgets where requests to an alias can be sent. */
  public void forgetUrl(String function, String alias) {
    functions.require(function).urls.remove(alias);
  }

  /** Says where requests to an alias, or to the function itself, can be sent over HTTP. */
  public void registerUrl(String function, Optional<String> alias, URI url) {
    functions.require(function).urls.put(alias.orElse(FunctionName.LATEST), url.toString());
  }

  /** Limits the concurrent invocations of a function; 0 refuses all, empty takes the limit away. */
  public void reserveConcurrency(String function, OptionalInt limit) {
    functions.require(function).reservedConcurrency = limit;
  }

  /** The faults by version. */
  public Faults faults() {
    return faults;
  }

  /** The faults by call. */
  public TaskFaults taskFaults() {
    return taskFaults;
  }

  /** Tells of every change of an alias just before it takes effect, in the order of asking. */
  public void beforeAliasChange(Runnable listener) {
    aliases.beforeChange(listener);
  }

  /** What share of an alias's invocations each version gets, 0 to 1. */
  public Map<String, Double> shares(String function, String alias) {
    return functions.require(function).requireAlias(alias).target().shares();
  }

  /**
   * Adds invocations that no code ran to the metrics, as if it had.
   *
   * @param served when they began, within one minute
   */
  public void count(String function, String alias, String version, ServedInvocations served) {
    counts.served(function, alias, version, served);
  }

  @Override
  public CompletionStage<LambdaAnswer> invoke(String function, byte[] payload) {
    var copy = SdkBytes.fromByteArray(payload);
    return InvocationEnd.named(start(function, copy, Optional.empty()));
  }

  /**
   * Invokes a function for somebody who takes its response while it comes, if the function streams.
   * The answer completes when the invocation has ended.
   */
  public CompletionStage<LambdaAnswer> invokeStreaming(
      String function, byte[] payload, StreamReceiver receiver) {
    var copy = SdkBytes.fromByteArray(payload);
    return InvocationEnd.named(start(function, copy, Optional.of(receiver)));
  }

  /**
   * Accepts an event for a function and lets nobody wait for it; failures are tried again as Lambda
   * does, and reported when that did not help.
   */
  public void invokeAsync(String function, String payload) {
    events.accept(FunctionName.parse(function), SdkBytes.fromUtf8String(payload));
  }

  /**
   * Invokes at once and answers before it returns, with no time passing; for a caller that holds
   * the loop of a virtual clock.
   *
   * @throws AwsServiceException when no function ran
   */
  LambdaAnswer invokeInline(FunctionName name, SdkBytes payload) {
    return InvocationEnd.join(invoker.invoke(name, payload, new InlinePace()));
  }

  CompletionStage<LambdaAnswer> invokeOnLoop(FunctionName name, SdkBytes payload) {
    return invoker.invoke(name, payload, new LoopPace(loop));
  }

  private CompletionStage<LambdaAnswer> start(
      String function, SdkBytes payload, Optional<StreamReceiver> receiver) {
    try {
      var name = FunctionName.parse(function);
      return invoker.invoke(name, payload, receiver, new LoopPace(loop));
    } catch (AwsServiceException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  Functions functions() {
    return functions;
  }

  Aliases aliases() {
    return aliases;
  }

  AsyncInvocations events() {
    return events;
  }

  CodeStore code() {
    return code;
  }

  LogTails tails() {
    return tails;
  }

  Invoker invoker() {
    return invoker;
  }

  private Code packaged(Path jar) {
    return shared.map(known -> known.jar(jar)).orElseGet(() -> code.jar(jar));
  }

  @Override
  public void close() {
    sandboxes.close();
  }
}
