package ai.myrecruiter.picasso.local.rollout;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A real client whose calls can be made to fail before or after they do their work, or have
 * somebody else act in between. Counts what is called.
 */
public final class Interfering<C extends SdkClient> {
  private enum Moment {
    BEFORE,
    AFTER
  }

  private record Plan(String call, Moment moment, Runnable action) {}

  private final Class<C> type;
  private final C real;
  private final List<Plan> plans = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  public Interfering(Class<C> type, C real) {
    this.type = type;
    this.real = real;
  }

  /** The client as the task sees it. */
  public C client() {
    InvocationHandler handler = (proxy, method, arguments) -> call(method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** The next call of a name is not made: the service cannot be reached. */
  public void refuse(String call) {
    plans.add(new Plan(call, Moment.BEFORE, Interfering::unreachable));
  }

  /** The next call of a name is made, but its answer is lost. */
  public void loseAnswerOf(String call) {
    plans.add(new Plan(call, Moment.AFTER, Interfering::unreachable));
  }

  /** Somebody else acts just before the next call of a name. */
  public void before(String call, Runnable action) {
    plans.add(new Plan(call, Moment.BEFORE, action));
  }

  /** Somebody else acts just after the next call of a name. */
  public void after(String call, Runnable action) {
    plans.add(new Plan(call, Moment.AFTER, action));
  }

  /** How often a call was made. */
  public long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  private static void unreachable() {
    throw SdkClientException.create("The connection was reset.");
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    act(method.getName(), Moment.BEFORE);
    calls.add(method.getName());
    try {
      var answer = method.invoke(real, arguments);
      act(method.getName(), Moment.AFTER);
      return answer;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private void act(String call, Moment moment) {
    var due =
        plans.stream()
            .filter(plan -> plan.call().equals(call) && plan.moment() == moment)
            .findFirst();
    due.ifPresent(plan -> {
      plans.remove(plan);
      plan.action().run();
    });
  }
}
