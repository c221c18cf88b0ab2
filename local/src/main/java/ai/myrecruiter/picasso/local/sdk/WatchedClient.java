package ai.myrecruiter.picasso.local.sdk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;

/** An SDK client of which somebody is told each request just before it is made. */
public final class WatchedClient {
  private WatchedClient() {}

  /**
   * The client as its caller sees it.
   *
   * @param type the SDK's interface, such as {@code LambdaClient.class}
   * @param before told on the caller's thread; what it throws, the caller gets instead of an answer
   */
  public static <C extends SdkClient> C of(Class<C> type, C client, Consumer<SdkRequest> before) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (isConvenience(method)) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (arguments != null && arguments.length > 0 && arguments[0] instanceof SdkRequest it) {
            before.accept(it);
          }
          return invoke(client, method, arguments);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Builder arguments and paginators, which the interface turns into calls of its own. */
  private static boolean isConvenience(Method method) {
    return method.isDefault()
        && (method.getName().endsWith("Paginator")
            || (method.getParameterCount() > 0 && method.getParameterTypes()[0] == Consumer.class));
  }

  private static @Nullable Object invoke(
      Object client, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
