package dev.scripta.adapters.http;

import static dev.scripta.adapters.http.Wire.PDF;
import static dev.scripta.adapters.http.WireRow.post;

import java.util.stream.Stream;

/** An analysis as a PDF. */
record WireReports(String ann) {

    Stream<WireRow> rows() {
        String report = "{\"session_id\":\"%s\",\"analysis\":{\"chief_complaint\":\"pain\"},\"more\":1}";
        String time = "_[0-9]{14}_medical_report.pdf";
        return Stream.of(
                post(PDF).by(ann)
                        .json(report.formatted("abcdefgh-ijk"))
                        .answersFile("application/pdf", "%PDF-1.")
                        .header("content-disposition", "attachment; filename=\"abcdefgh" + time + "\"")
                        .header("content-length", "[0-9]+")
                        .header("accept-ranges", "")
                        .differs("report-not-a-file"),
                post(PDF).by(ann)
                        .json(report.formatted("a b\u00e4"))
                        .answersFile("application/pdf", "%PDF-1.")
                        .header("content-disposition", "attachment; filename\\*=utf-8''a%20b%C3%A4" + time),
                post(PDF).by(ann)
                        .json(report.formatted("a/b"))
                        .answersFile("application/pdf", "%PDF-1.")
                        .header("content-disposition", "attachment; filename=\"a_b" + time + "\"")
                        .differs("report-names"),
                post(PDF).json(report.formatted("s"))
                        .when("nobody is signed in")
                        .refuses(403, "Not authenticated")
                        .differs("report-of-the-analysis"),
                post(PDF).by(ann).json("{}").misses("session_id", "analysis"),
                post(PDF).by(ann).json("{\"session_id\":5,\"analysis\":[]}").misses("session_id", "analysis"),
                post(PDF).by(ann).json("{").misses("body"), post(PDF).by(ann).json("[]").misses("body"));
    }
}
