"""image_objects.py FILE COUNT: the file has so many image objects, masks among them."""
import subprocess
import sys

text = subprocess.run(['qpdf', '--qdf', '--object-streams=disable', sys.argv[1], '-'],
                      capture_output=True, check=False).stdout
found = text.count(b'/Subtype /Image')
print(f'{found} image objects')
sys.exit(found != int(sys.argv[2]))
