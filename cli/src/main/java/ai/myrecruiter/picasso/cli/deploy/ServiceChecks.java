package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Whether what is deployed already is well and free. */
final class ServiceChecks {
  private static final int MOST_NAMES = 100;
  private final Session session;

  ServiceChecks(Session session) {
    this.session = session;
  }

  /** Nobody owns the environment but a command that this one goes on with. */
  List<Finding> leaseForDeployment() {
    var findings = lease();
    return findings.isEmpty() || ownedByOpenDeployment() ? List.of() : findings;
  }

  private boolean ownedByOpenDeployment() {
    return session
        .deployed()
        .leases()
        .read(session.environment())
        .flatMap(Lease::holder)
        .filter(Holder::deploys)
        .flatMap(holder -> session.journal().read(holder.rollout()))
        .filter(it -> !it.status().terminal())
        .isPresent();
  }

  /** Nobody owns the environment; one that has no table of leases has no owner. */
  List<Finding> lease() {
    try {
      return session
          .deployed()
          .leases()
          .read(session.environment())
          .filter(Lease::held)
          .flatMap(Lease::holder)
          .map(this::owned)
          .stream()
          .toList();
    } catch (ResourceNotFoundException none) {
      return List.of();
    }
  }

  private Finding owned(Holder owner) {
    var verb = owner.deploys() ? "picasso deploy show " : "picasso rollout abort ";
    return new Finding(
        "lease",
        "%s of %s since %s".formatted(owner.rollout(), owner.name(), owner.acquiredAt()),
        "must be free: nobody else may be changing " + session.environment(),
        "wait for it, or see " + verb + owner.rollout());
  }

  /** The alarms of a stack that is there exist and do not ring. */
  List<Finding> alarms(List<StackPlan> plans) {
    var names = declared(plans, "AWS::CloudWatch::Alarm", "AlarmName");
    var found = new HashMap<String, MetricAlarm>();
    for (var from = 0; from < names.size(); from += MOST_NAMES) {
      var some = names.subList(from, Math.min(from + MOST_NAMES, names.size()));
      session
          .account()
          .cloudWatch()
          .describeAlarms(it -> it.alarmNames(some).maxRecords(MOST_NAMES))
          .metricAlarms()
          .forEach(alarm -> found.put(alarm.alarmName(), alarm));
    }
    var findings = new ArrayList<Finding>();
    for (var name : names) {
      var alarm = found.get(name);
      if (alarm == null) {
        findings.add(
            new Finding("alarm", name, "must exist", "somebody deleted it; make it again by hand"));
      } else if (alarm.stateValue() == StateValue.ALARM) {
        findings.add(
            new Finding(
                "alarm",
                name + " is in ALARM",
                "must not ring before a deployment",
                "mend what it reports: " + alarm.stateReason()));
      }
    }
    return findings;
  }

  /** The secrets of a stack that is there exist and, once all stacks are there, have a value. */
  List<Finding> secrets(List<StackPlan> plans) {
    boolean complete = plans.stream().allMatch(plan -> plan.now().isPresent());
    return declared(plans, "AWS::SecretsManager::Secret", "Name").stream()
        .flatMap(name -> secret(name, complete))
        .toList();
  }

  private Stream<Finding> secret(String name, boolean complete) {
    try {
      var secret = session.account().secrets().describeSecret(it -> it.secretId(name));
      if (secret.deletedDate() != null) {
        return Stream.of(
            new Finding(
                "secret",
                name + " is to be deleted",
                "must be kept",
                "aws secretsmanager restore-secret --secret-id " + name));
      }
      return complete && secret.versionIdsToStages().isEmpty()
          ? Stream.of(
              new Finding(
                  "secret", name + " is empty", "must have a value", "put the key rings into it"))
          : Stream.of();
    } catch (
        software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException missing) {
      return Stream.of(
          new Finding(
              "secret", name, "must exist", "somebody deleted it; restore or make it anew"));
    }
  }

  /** Values of a property in the templates of the stacks that are there. */
  private List<String> declared(List<StackPlan> plans, String type, String property) {
    return plans.stream()
        .filter(plan -> plan.now().filter(stack -> !StackStateChecks.failed(stack)).isPresent())
        .flatMap(plan ->
            new StackView(session.account().cloudFormation(), plan.name())
                .template()
                .path("Resources")
                .valueStream())
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties").path(property))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .sorted()
        .toList();
  }
}
