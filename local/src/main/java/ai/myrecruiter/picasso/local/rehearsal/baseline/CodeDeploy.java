package ai.myrecruiter.picasso.local.rehearsal.baseline;

import ai.myrecruiter.picasso.local.traffic.Batch;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.time.Duration;
import java.util.ArrayList;

/**
 * AWS CodeDeploy for Lambda with alarms, as a SAM DeploymentPreference sets it up. While traffic is
 * being shifted, an alarm in ALARM stops the deployment and the alias goes back to the old version;
 * when all is shifted the deployment is over and nobody watches any more. Source: CodeDeploy user
 * guide, "Redeploy and roll back a deployment" and "Monitor deployments with alarms"; SAM developer
 * guide, "Deploying serverless applications gradually".
 *
 * <p>Assumed, because it is not documented: an alarm sees a minute when it has ended and the
 * model's lag of one-minute metrics has passed (30 s when the model has metrics of 10 s), and 30 s
 * more pass until CodeDeploy has read the alarm and the alias is back.
 */
record CodeDeploy(Shifting shifting, AlarmRule alarm) implements Baseline {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration REACTION = Duration.ofSeconds(30);

  @Override
  public String name() {
    return shifting.label + ", " + alarm.label;
  }

  @Override
  public RunResult run(Model model, long seed) {
    var exposure = new Exposure(model, seed, shifting.share(0));
    var first = exposure.now();
    var over = first.plus(MINUTE.multipliedBy(shifting.minutes));
    var minutes = new ArrayList<Batch>();
    var open = Batch.NOTHING;
    int shifted = 0;
    while (exposure.now().compareTo(over) < 0) {
      var nextShift = first.plus(MINUTE.multipliedBy(shifted + 1L));
      var endOfMinute = MINUTE.multipliedBy(exposure.now().toMinutes() + 1);
      boolean shiftsFirst = nextShift.compareTo(endOfMinute) <= 0;
      open = open.plus(exposure.until(shiftsFirst ? nextShift : endOfMinute));
      if (!nextShift.equals(endOfMinute) && shiftsFirst) {
        exposure.shift(shifting.share(++shifted));
        continue;
      }
      minutes.add(open);
      open = Batch.NOTHING;
      var seen = endOfMinute.plus(MinuteMetrics.lag(model));
      if (alarm.rings(minutes) && seen.compareTo(over) < 0) {
        return ring(exposure, first, shifted, seen.plus(REACTION));
      }
    }
    return exposure.stays();
  }

  private RunResult ring(Exposure exposure, Duration first, int shifted, Duration back) {
    int step = shifted;
    var next = first.plus(MINUTE.multipliedBy(step + 1L));
    while (next.compareTo(back) < 0) {
      exposure.until(next);
      exposure.shift(shifting.share(++step));
      next = first.plus(MINUTE.multipliedBy(step + 1L));
    }
    return exposure.back(back, Math.round(100 * shifting.share(step)) + " %", "alarm");
  }
}
