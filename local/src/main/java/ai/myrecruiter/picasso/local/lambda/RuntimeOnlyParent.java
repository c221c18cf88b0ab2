package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * What a function sees beside its own package, as on Lambda: the JDK and the interfaces of the Java
 * runtime, and nothing of the stage.
 */
final class RuntimeOnlyParent extends ClassLoader {
  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";

  RuntimeOnlyParent() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(RUNTIME)) {
      return RequestStreamHandler.class.getClassLoader().loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
