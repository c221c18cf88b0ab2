package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What starts machines and tasks with nobody awake, each by name, and whether it still does. */
public final class TriggersStack extends Stack {
  /** Adds the stack {@code picasso-<environment>-triggers} to the app. */
  public TriggersStack(Construct app, EnvironmentSettings settings) {
    super(app, settings.named("triggers"), settings.stack("what starts by itself"));
    AlarmRules.add(this, settings);
    Watchdog.add(this, settings);
    EndedExecutions.add(this, settings);
    WatchOverTriggers.add(this, settings);
  }
}
