"""The last changes before a document is written: they make WeasyPrint's PDF/A-2a a PDF/UA-1 as well.

WeasyPrint declares only one variant per file, so the PDF/UA identification is added to its XMP block, with the
extension schema that PDF/A then requires (ISO 19005-2, 6.6.2.3). Page numbers, which WeasyPrint marks as content
outside the structure tree (Kozea/WeasyPrint#1836), become pagination artifacts (ISO 14289-1, 7.1 and 7.8).
"""

from collections.abc import Iterator

import pydyf
from weasyprint.document import Document

_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """WeasyPrint's `finisher`, called with the finished objects just before they are written."""
    _declare_ua(pdf)
    _footers_to_artifacts(pdf)


def _objects(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    return pdf.objects[int(reference.split()[0])]


def _declare_ua(pdf: pydyf.PDF) -> None:
    """Declare in the XMP metadata that the file is PDF/UA-1."""
    metadata = _objects(pdf, pdf.catalog["Metadata"])
    metadata.stream = [part.replace(b"</rdf:RDF>", _UA) for part in metadata.stream]


def _outside_the_tree(pdf: pydyf.PDF) -> Iterator[tuple[int, int]]:
    """Yield (page index, MCID) of marked content outside the structure tree: what stands in the page margins."""
    root = _objects(pdf, pdf.catalog["StructTreeRoot"])
    top = root["K"][0]
    in_tree = set(_objects(pdf, top)["K"])
    known: dict[bytes, bool] = {}

    def belongs(reference: bytes) -> bool:
        if reference not in known:
            parent = _objects(pdf, reference)["P"]
            known[reference] = reference in in_tree if parent == top else belongs(parent)
        return known[reference]

    numbers = _objects(pdf, root["ParentTree"])["Nums"]
    for page, content in zip(numbers[::2], numbers[1::2], strict=True):
        if isinstance(content, list):
            yield from ((page, mcid) for mcid, reference in enumerate(content) if not belongs(reference))


def _footers_to_artifacts(pdf: pydyf.PDF) -> None:
    pages = [_objects(pdf, reference) for reference in pdf.page_references]
    loose: dict[int, set[int]] = {}
    for page, mcid in _outside_the_tree(pdf):
        loose.setdefault(page, set()).add(mcid)
    for page, mcids in loose.items():
        operators = _objects(pdf, pages[page]["Contents"]).stream
        for n, operator in enumerate(operators):
            if isinstance(operator, pydyf.Dictionary) and operator.get("MCID") in mcids:
                operators[n - 1 : n + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
