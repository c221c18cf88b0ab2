package ai.myrecruiter.picasso.local.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The operations of a service by their names: every public method that takes a request of the SDK,
 * of the same objects that answer in process. So what the one way has, the other has too.
 */
public final class SdkOperations {
  private final Map<String, SdkOperation> byName = new TreeMap<>();

  /** An operation that can be asked. */
  @FunctionalInterface
  public interface SdkOperation {
    /**
     * Makes a request, and answers it.
     *
     * @param fill sets the fields of the request's builder
     */
    SdkPojo answer(Consumer<SdkPojo> fill);
  }

  private SdkOperations() {}

  /** The operations of objects whose public methods take a request each. */
  public static SdkOperations of(Object... calls) {
    return guarded(request -> {}, calls);
  }

  /**
   * The same with what a service checks before it looks at a request.
   *
   * @param guard throws what the service answers to a request that breaks its model
   */
  public static SdkOperations guarded(Consumer<SdkPojo> guard, Object... calls) {
    var operations = new SdkOperations();
    for (var object : calls) {
      for (var method : object.getClass().getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
          operations.byName.put(name(method), operation(object, method, guard));
        }
      }
    }
    return operations;
  }

  /** The operation of a name, if the service has it. */
  public Optional<SdkOperation> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names. */
  public Set<String> names() {
    return byName.keySet();
  }

  private static String name(Method method) {
    return Character.toUpperCase(method.getName().charAt(0)) + method.getName().substring(1);
  }

  private static SdkOperation operation(Object object, Method method, Consumer<SdkPojo> guard) {
    method.setAccessible(true);
    var builder = builder(method.getParameterTypes()[0]);
    return fill -> {
      var filled = (SdkPojo) invoke(builder, null);
      fill.accept(filled);
      var request = (SdkPojo) ((Buildable) filled).build();
      guard.accept(request);
      return (SdkPojo) invoke(method, object, request);
    };
  }

  private static Method builder(Class<?> request) {
    try {
      return request.getMethod("builder");
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(request + " is no request of the SDK", e);
    }
  }

  @SuppressWarnings("NullAway") // a static method has no object
  private static Object invoke(Method method, @Nullable Object object, Object... arguments) {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
