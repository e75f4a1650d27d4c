"""What makes a finished PDF fit to be archived and read aloud: its claims, and what backs them.

The document claims PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). PDF/A knows no
properties but those it lists, so the claim of PDF/UA is described in an extension schema
(ISO 19005-2, 6.6.2.3.2), and it wants to be told what the colours mean (6.2.3).
"""

from collections.abc import Mapping
from pathlib import Path

from pikepdf import Name, Pdf

from press.syntax import text
from press.writer import Writer

_CLAIMS = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>Identification of PDF/UA</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>The part of ISO 14289 it conforms to</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def archive(writer: Writer, profile: Path, said: Mapping[str, str | list[str] | set[str]]) -> bytes:
    """Claim PDF/A-2a and PDF/UA-1, and say what the document's colours mean; the entries of the
    catalogue that lead there.

    `profile` is the ICC profile of the RGB colours, `said` what other metadata there is.
    """
    metadata = writer.stream(
        writer.reserve(), _metadata(said), b"/Type/Metadata/Subtype/XML", packed=False
    )
    meaning = writer.add_stream(profile.read_bytes(), b"/N 3")
    intent = writer.add(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info%b"
        b"/DestOutputProfile %d 0 R>>" % (text(profile.stem), meaning)
    )
    return b"/Metadata %d 0 R/OutputIntents[%d 0 R]" % (metadata, intent)


def _metadata(said: Mapping[str, str | list[str] | set[str]]) -> bytes:
    with Pdf.new() as pdf:
        pdf.Root.Metadata = pdf.make_stream(_CLAIMS, Type=Name.Metadata, Subtype=Name.XML)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
            for key, value in said.items():
                meta[key] = value
        return bytes(pdf.Root.Metadata.read_bytes())
