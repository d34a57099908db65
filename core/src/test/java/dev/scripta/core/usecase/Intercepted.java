package dev.scripta.core.usecase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A port around another: something happens before or after each of its calls. */
final class Intercepted {

    private Intercepted() {}

    /** The same port; each call is announced by its name before it takes effect, and after. */
    static <T> T port(Class<T> port, T inner, Consumer<String> before, Consumer<String> after) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (self, method, args) -> {
            before.accept(method.getName());
            try {
                Object answer = method.invoke(inner, args);
                after.accept(method.getName());
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
