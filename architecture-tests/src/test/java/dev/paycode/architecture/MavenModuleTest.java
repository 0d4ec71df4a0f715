package dev.paycode.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paycode.architecture.MavenModule.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenModuleTest {

  private static final String POM =
      """
      <project>
        <parent><artifactId>shop-parent</artifactId></parent>
        <artifactId>shop-web</artifactId>
        <modules><module> web </module></modules>
        <dependencyManagement>
          <dependencies>
            <dependency><groupId>org.acme</groupId><artifactId>managed</artifactId></dependency>
          </dependencies>
        </dependencyManagement>
        <dependencies>
          <dependency><groupId>org.acme</groupId><artifactId>plain</artifactId></dependency>
          <dependency>
            <groupId>org.acme</groupId>
            <artifactId>full</artifactId>
            <type>test-jar</type>
            <scope>test</scope>
          </dependency>
        </dependencies>
        <profiles>
          <profile>
            <modules><module>more</module></modules>
            <dependencies>
              <dependency>
                <groupId>org.acme</groupId>
                <artifactId>hidden</artifactId>
                <scope>runtime</scope>
              </dependency>
            </dependencies>
          </profile>
        </profiles>
      </project>
      """;

  @TempDir private Path directory;

  @Test
  void a_pom_tells_what_it_declares_in_profiles_too_and_nothing_that_it_only_manages()
      throws IOException {
    MavenModule module = MavenModule.read(pom(POM));

    assertThat(module.artifactId()).isEqualTo("shop-web");
    assertThat(module.modules()).containsExactly("web", "more");
    assertThat(module.dependencies())
        .containsExactly(
            new Dependency("org.acme", "plain", "jar", "compile"),
            new Dependency("org.acme", "full", "test-jar", "test"),
            new Dependency("org.acme", "hidden", "jar", "runtime"));
    assertThat(module.dependencies())
        .filteredOn(Dependency::isPassedOn)
        .extracting(Dependency::artifactId)
        .containsExactly("plain", "hidden");
  }

  @Test
  void a_pom_that_would_make_the_parser_open_a_file_is_refused() throws IOException {
    Path hostile =
        pom(
            """
            <!DOCTYPE project [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <project><artifactId>&secret;</artifactId></project>
            """);

    assertThatThrownBy(() -> MavenModule.read(hostile))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void a_file_that_is_no_pom_is_named() throws IOException {
    Path broken = pom("<project>");

    assertThatThrownBy(() -> MavenModule.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("pom.xml is no pom.xml: ");
  }

  private Path pom(String text) throws IOException {
    return Files.writeString(directory.resolve("pom.xml"), text);
  }
}
