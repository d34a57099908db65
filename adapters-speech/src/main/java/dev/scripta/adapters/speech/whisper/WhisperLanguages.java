package dev.scripta.adapters.speech.whisper;

import java.util.Set;

/** The languages of multilingual models, as whisper.cpp 1.7.1 names them ({@code g_lang}): all are BCP 47 tags. */
final class WhisperLanguages {

    /** The only language of models whose file name ends in {@code .en}. */
    static final String ENGLISH = "en";

    static final Set<String> ALL = Set.of(
            ("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da"
                    + " hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa"
                    + " si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su"
                    + " yue").split(" "));

    private WhisperLanguages() {}
}
