package dev.scripta.adapters.speech.dialect;

import dev.scripta.core.tck.server.Dialect;
import org.junit.jupiter.api.Nested;

/** Recognition by servers that claim to be compatible with OpenAI's: the contract in each dialect. */
final class DialectContractIT {

    @Nested
    final class OpenAi extends DialectContract {
        OpenAi() {
            super(Dialect.OPENAI, "whisper-1");
        }
    }

    @Nested
    final class OpenAiWithoutTimes extends DialectContract {
        OpenAiWithoutTimes() {
            super(Dialect.OPENAI, "gpt-4o-mini-transcribe");
        }
    }

    @Nested
    final class Groq extends DialectContract {
        Groq() {
            super(Dialect.GROQ, "whisper-large-v3");
        }
    }

    @Nested
    final class Speaches extends DialectContract {
        Speaches() {
            super(Dialect.SPEACHES, "Systran/faster-whisper-small");
        }
    }

    @Nested
    final class Vllm extends DialectContract {
        Vllm() {
            super(Dialect.VLLM, "openai/whisper-large-v3");
        }
    }

    @Nested
    final class LocalAi extends DialectContract {
        LocalAi() {
            super(Dialect.LOCALAI, "whisper-1");
        }
    }

    @Nested
    final class WhisperCpp extends DialectContract {
        WhisperCpp() {
            super(Dialect.WHISPER_CPP, "whisper");
        }
    }
}
