package dev.paycode.cli;

import com.google.inject.Injector;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Has commands made by the injector, and everything else, such as collections, by picocli. */
final class InjectorFactory implements IFactory {

  private final Injector injector;

  InjectorFactory(Injector injector) {
    this.injector = injector;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type.getPackageName().equals(Main.class.getPackageName())
        ? injector.getInstance(type)
        : CommandLine.defaultFactory().create(type);
  }
}
