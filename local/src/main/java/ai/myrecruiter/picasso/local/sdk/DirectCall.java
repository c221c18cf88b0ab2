package ai.myrecruiter.picasso.local.sdk;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A method of the stage as code of its own: what a rehearsal calls a thousand times a second should
 * not go through reflection. Methods without exactly one parameter do.
 */
interface DirectCall {
  /** Calls the method; throws what it throws. */
  @Nullable Object with(Object target, Object @Nullable [] arguments) throws Throwable;

  /** The call of a method; the same for every stage of the process. */
  static DirectCall of(Method method) {
    return Known.CALLS.computeIfAbsent(method, DirectCall::make);
  }

  /** Methods that were opened before. */
  final class Known {
    private static final Map<Method, DirectCall> CALLS = new ConcurrentHashMap<>();

    private Known() {}
  }

  private static DirectCall make(Method method) {
    method.setAccessible(true);
    if (method.getParameterCount() != 1 || method.getReturnType() == void.class) {
      return (target, arguments) -> reflected(method, target, arguments);
    }
    var code = compiled(method);
    return (target, arguments) -> code.apply(target, argument(arguments));
  }

  private static Object argument(Object @Nullable [] arguments) {
    if (arguments == null) {
      throw new IllegalStateException("a call with one parameter came without it");
    }
    return arguments[0];
  }

  private static @Nullable Object reflected(
      Method method, Object target, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @SuppressWarnings("unchecked") // LambdaMetafactory makes what it is told to
  private static BiFunction<Object, Object, Object> compiled(Method method) {
    try {
      var lookup =
          MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
      var call = lookup.unreflect(method);
      var site =
          LambdaMetafactory.metafactory(
              lookup,
              "apply",
              MethodType.methodType(BiFunction.class),
              MethodType.genericMethodType(2),
              call,
              call.type().wrap());
      return (BiFunction<Object, Object, Object>) made(site.getTarget());
    } catch (IllegalAccessException | LambdaConversionException e) {
      throw new IllegalStateException(method + " cannot be made code of its own: " + e, e);
    }
  }

  private static Object made(MethodHandle target) {
    try {
      return target.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("a method cannot be made code of its own: " + e, e);
    }
  }
}
