package dev.scripta.adapters.speech.dialect;

import dev.scripta.core.tck.server.Dialect;
import org.junit.jupiter.api.Nested;

/** Analysis by servers that claim to be compatible with OpenAI's: the contract in each dialect. */
final class ChatDialectContractIT {

    @Nested
    final class OpenAi extends ChatDialectContract {
        OpenAi() {
            super(Dialect.OPENAI);
        }
    }

    @Nested
    final class Groq extends ChatDialectContract {
        Groq() {
            super(Dialect.GROQ);
        }
    }

    @Nested
    final class Vllm extends ChatDialectContract {
        Vllm() {
            super(Dialect.VLLM);
        }
    }

    @Nested
    final class LocalAi extends ChatDialectContract {
        LocalAi() {
            super(Dialect.LOCALAI);
        }
    }
}
