package dev.scripta.archfixture.b3.adapters.http.export;

import org.openpdf.text.Document;

/** Documents are made here. */
final class Plants {

    private Plants() {}

    record Innocent(Document document) {}
}
