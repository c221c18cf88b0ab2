package ai.myrecruiter.picasso.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What a handler must be like, as conditions. */
final class Handlers {
  static final ArchCondition<JavaClass> HAVE_BOTH_CONSTRUCTORS =
      new ArchCondition<>("have a constructor for Lambda and one that takes the ports") {
        @Override
        public void check(JavaClass handler, ConditionEvents events) {
          boolean forLambda = handler.tryGetConstructor().isPresent();
          boolean onPorts =
              handler.tryGetConstructor("ai.myrecruiter.picasso.tasks.Ports").isPresent();
          events.add(
              new SimpleConditionEvent(
                  handler,
                  forLambda && onPorts,
                  handler.getName() + " lacks one of its two constructors"));
        }
      };

  private Handlers() {}
}
