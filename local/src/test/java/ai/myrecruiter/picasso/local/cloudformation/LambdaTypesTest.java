package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.functionurl.Cors;
import ai.myrecruiter.picasso.local.functionurl.InvokeMode;
import ai.myrecruiter.picasso.local.lambda.PayloadJar;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LambdaTypesTest {
  private static final String CHAT =
      """
      {'Parameters': {'StableVersion': {'Type': 'String', 'Default': '1'}},
       'Resources': {
        'Chat': {'Type': 'AWS::Lambda::Function', 'Properties': {
          'FunctionName': 'picasso-staging-chat', 'Runtime': 'java25', 'Timeout': 30,
          'MemorySize': 1024, 'Role': 'arn:aws:iam::000000000000:role/chat', 'Architectures': ['arm64'],
          'Handler': 'ai.myrecruiter.picasso.local.standin.ChatHandler::handleRequest',
          'Environment': {'Variables': {'PICASSO_ENVIRONMENT': 'staging'}},
          'Code': {'S3Bucket': {'Fn::Sub': 'assets-${AWS::AccountId}'}, 'S3Key': 'abc.jar'}}},
        'Live': {'Type': 'AWS::Lambda::Alias', 'DependsOn': 'First', 'Properties': {
          'Name': 'live', 'FunctionName': {'Ref': 'Chat'}, 'FunctionVersion': {'Ref': 'StableVersion'}}},
        'First': {'Type': 'AWS::Lambda::Version', 'Properties': {'FunctionName': {'Ref': 'Chat'}}},
        'Url': {'Type': 'AWS::Lambda::Url', 'DependsOn': 'Live', 'Properties': {
          'AuthType': 'NONE', 'Qualifier': 'live', 'TargetFunctionArn': {'Fn::GetAtt': ['Chat', 'Arn']},
          'Cors': {'AllowOrigins': ['https://chat.example.com'], 'AllowMethods': ['POST'],
                   'AllowHeaders': ['authorization'], 'MaxAge': 300}}}}}
      """;
  private final TestLambda lambda = TestLambda.virtual(1);
  private final List<Cors> opened = new ArrayList<>();
  private final List<InvokeMode> modes = new ArrayList<>();
  private final List<StagedType> types = new ArrayList<>();

  LambdaTypesTest() {
    types.addAll(new LambdaTypes(lambda.service).all());
    types.add(new FunctionUrlType(lambda.service, this::open).type());
  }

  private URI open(String target, Cors cors, InvokeMode mode) {
    opened.add(cors);
    modes.add(mode);
    return URI.create("http://" + target.replace(':', '-') + ".test/");
  }

  @AfterEach
  void close() {
    lambda.close();
  }

  @Test
  void runsThePayloadOfTheAssemblyBehindTheAlias() {
    provision(CHAT);
    var answer = lambda.invoke("picasso-staging-chat:live", "{\"action\":\"health_check\"}");
    assertThat(answer.executedVersion()).isEqualTo("1");
    assertThat(answer.functionError()).isEmpty();
  }

  @Test
  void givesTheConfigurationToLambda() {
    provision(CHAT);
    var settings = lambda.service.settings("picasso-staging-chat");
    assertThat(settings.environment()).isEqualTo(Map.of("PICASSO_ENVIRONMENT", "staging"));
    assertThat(settings.timeout()).hasSeconds(30);
    assertThat(settings.memoryMb()).isEqualTo(1024);
    assertThat(settings.role()).isEqualTo("arn:aws:iam::000000000000:role/chat");
  }

  @Test
  void namesFunctionVersionAndAliasAsAwsDoes() {
    var resources = provision(CHAT).resources();
    var function = "arn:aws:lambda:us-east-1:000000000000:function:picasso-staging-chat";
    assertThat(resources)
        .containsEntry("Chat", new Created("picasso-staging-chat", Map.of("Arn", function)))
        .containsEntry(
            "First",
            new Created(function + ":1", Map.of("FunctionArn", function + ":1", "Version", "1")))
        .containsEntry(
            "Live", new Created(function + ":live", Map.of("AliasArn", function + ":live")));
  }

  @Test
  void opensTheUrlOnTheAliasWithItsOrigins() {
    var url = provision(CHAT).resource("Url");
    assertThat(url.attributes())
        .containsEntry("FunctionUrl", "http://picasso-staging-chat-live.test/");
    assertThat(opened)
        .containsExactly(
            new Cors(
                List.of("https://chat.example.com"),
                List.of("POST"),
                List.of("authorization"),
                List.of(),
                300));
    var known =
        lambda.client.getFunctionUrlConfig(
            request -> request.functionName("picasso-staging-chat").qualifier("live"));
    assertThat(known.functionUrl()).isEqualTo("http://picasso-staging-chat-live.test/");
  }

  @Test
  void runsTasksWithThePortsOfTheStage() {
    provision(task("ai.myrecruiter.picasso.tasks.rollout.AcquireLease::handleRequest"));
    assertThat(lambda.service.settings("s-It").handler())
        .startsWith("ai.myrecruiter.picasso.tasks.rollout.AcquireLease");
  }

  @Test
  void refusesATaskThatNobodyWrote() {
    assertThatThrownBy(() ->
            provision(task("ai.myrecruiter.picasso.tasks.rollout.AquireLease::handleRequest")))
        .isInstanceOf(ProvisioningFailed.class)
        .hasMessageContaining(
            "handler ai.myrecruiter.picasso.tasks.rollout.AquireLease: no such class in module"
                + " tasks");
  }

  @Test
  void refusesAnAliasOfAVersionThatIsNotThere() {
    assertThatThrownBy(() -> provision(CHAT.replace("'Default': '1'", "'Default': '7'")))
        .isInstanceOf(ProvisioningFailed.class)
        .hasMessageStartingWith("s.Resources.Live (AWS::Lambda::Alias) was not made: ");
  }

  @Test
  void refusesToWriteWeightsFromATemplate() {
    var weighted =
        CHAT.replace(
            "'Name': 'live',",
            "'Name': 'live', 'RoutingConfig': {'AdditionalVersionWeights': []},");
    assertThatThrownBy(() -> provision(weighted))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("s.Resources.Live.Properties.RoutingConfig");
  }

  @Test
  void refusesAUrlThatBypassesTheAlias() {
    assertThatThrownBy(() -> provision(CHAT.replace("'Qualifier': 'live', ", "")))
        .hasMessageContaining("would bypass the alias");
  }

  @Test
  void refusesAUrlThatNeedsASignature() {
    assertThatThrownBy(() -> provision(CHAT.replace("'NONE'", "'AWS_IAM'")))
        .hasMessageContaining("AuthType AWS_IAM: the stage signs no requests");
  }

  @Test
  void namesTheInvokeModesWhenItRefusesAnother() {
    var chat = CHAT.replace("'AuthType': 'NONE',", "'AuthType': 'NONE', 'InvokeMode': 'STREAM',");
    assertThatThrownBy(() -> provision(chat))
        .hasMessageContaining(
            "InvokeMode STREAM: a URL buffers or streams; use BUFFERED or RESPONSE_STREAM");
  }

  private static String task(String handler) {
    return "{'Resources': {'It': {'Type': 'AWS::Lambda::Function', 'Properties': {'Handler': '%s'}}}}"
        .formatted(handler);
  }

  private ProvisionedStack provision(String template) {
    return One.stack(types, template, Map.of("abc.jar", PayloadJar.get()));
  }
}
