"""What makes a finished PDF fit to be archived and read aloud: its claims, and what backs them.

The document claims PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). PDF/A knows no
properties but those it lists, so the claim of PDF/UA is described in an extension schema
(ISO 19005-2, 6.6.2.3.2), and it wants to be told what the colours mean (6.2.3).
"""

from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf

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


def archive(pdf: Pdf, profile: Path) -> None:
    """Claim PDF/A-2a and PDF/UA-1 in the metadata of `pdf`, and say what its colours mean.

    `profile` is the ICC profile of the RGB colours. Other metadata is to be added to this.
    """
    root = pdf.Root
    root.Metadata = pdf.make_stream(_CLAIMS, Type=Name.Metadata, Subtype=Name.XML)
    meaning = pdf.make_stream(profile.read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info=profile.stem,
        DestOutputProfile=meaning,
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])
