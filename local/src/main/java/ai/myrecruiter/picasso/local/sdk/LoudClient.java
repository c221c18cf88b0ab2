package ai.myrecruiter.picasso.local.sdk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An SDK client interface over objects that have some of its calls as public methods. The SDK's own
 * conveniences (builder arguments, paginators) work on top; every other call fails naming itself,
 * where the SDK's default methods would fail with no message at all.
 */
public final class LoudClient {
  private record Implementation(Object object, Method method) {}

  private final Class<?> type;
  private final Consumer<SdkPojo> guard;
  private final Map<String, Implementation> implemented = new HashMap<>();
  private final Map<Method, Optional<Implementation>> byMethod = new ConcurrentHashMap<>();

  private LoudClient(Class<?> type, Consumer<SdkPojo> guard, Object... calls) {
    this.type = type;
    this.guard = guard;
    for (var object : calls) {
      for (var method : object.getClass().getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
          implemented.put(signature(declared(type, method)), open(object, method));
        }
      }
    }
  }

  /**
   * The client as production code sees it.
   *
   * @param type the SDK's interface, such as {@code LambdaClient.class}
   * @param calls objects whose public methods have the signature of methods of {@code type}
   */
  public static <C extends SdkClient> C of(Class<C> type, Object... calls) {
    return guarded(type, request -> {}, calls);
  }

  /**
   * The same with what a service checks before it looks at a request.
   *
   * @param guard throws what the service answers to a request that breaks its model
   */
  public static <C extends SdkClient> C guarded(
      Class<C> type, Consumer<SdkPojo> guard, Object... calls) {
    var client = new LoudClient(type, guard, calls);
    InvocationHandler handler = client::call;
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Method declared(Class<?> type, Method method) {
    try {
      return type.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "%s has no such call: %s".formatted(type.getSimpleName(), method), e);
    }
  }

  private static Implementation open(Object object, Method method) {
    method.setAccessible(true);
    return new Implementation(object, method);
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getName)
        .collect(Collectors.joining("/", method.getName() + "/", ""));
  }

  private Optional<Implementation> implementation(Method method) {
    return Optional.ofNullable(implemented.get(signature(method)));
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var found = byMethod.computeIfAbsent(method, this::implementation);
    if (found.isPresent()) {
      if (arguments != null && arguments[0] instanceof SdkPojo request) {
        guard.accept(request);
      }
      return invoke(found.get(), arguments);
    }
    return switch (method.getName()) {
      case "close" -> null;
      case "serviceName", "toString" -> "stage " + type.getSimpleName();
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && proxy == arguments[0];
      default -> convenience(proxy, method, arguments);
    };
  }

  private static @Nullable Object invoke(Implementation found, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return found.method().invoke(found.object(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private @Nullable Object convenience(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    } catch (UnsupportedOperationException e) {
      if (e.getMessage() != null) {
        throw e;
      }
      throw new UnsupportedOperationException(
          "%s.%s is not a call of the local stage: add it to the stage's client, or use another endpoint"
              .formatted(type.getSimpleName(), method.getName()),
          e);
    }
  }
}
